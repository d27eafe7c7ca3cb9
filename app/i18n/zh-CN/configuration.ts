/** Why the program does not start: what is wrong with its configuration. Read by whoever runs it, in a terminal. */
export const configuration = {
  'refusal.configuration.number': '{name} 应为 {min} 至 {max} 的整数，现为“{value}”',
  'refusal.configuration.host': '{name} 应为主机名或 IP 地址，现为“{value}”',
  'refusal.configuration.address': '{name} 应为以 {schemes} 开头的地址',
  'refusal.configuration.publicUrl':
    '{name} 应为 https:// 或 http:// 开头、只含主机名（和端口）的网址，例如 https://hatchery.example.cn',
  'refusal.configuration.secret': '{name} 太短，至少 {min} 个字符',
  'refusal.configuration.choice': '{name} 应为 {choices} 之一，现为“{value}”',
  'refusal.configuration.networks':
    '{name} 应为以逗号分隔的网段或地址，例如 192.168.1.0/24, 2001:db8::/32，现为“{value}”',
  'refusal.configuration.instant': '{name} 应为日期时间，例如 2026-11-24T09:00:00+08:00，现为“{value}”',
  'refusal.configuration.workers': '{name} 大于 1 时须使用 PostgreSQL（设置 DATABASE_URL）',
  'refusal.boot.folder': 'DATA_DIR 无法写入：{folder}。请检查路径和权限。',
  'refusal.boot.farDisk':
    'DATA_DIR 在网络磁盘上（{kind}）：{folder}。数据库放在那里会丢数据，请改用本机磁盘。',
  'refusal.boot.gone':
    '数据库 {file} 不见了，但 {trace} 说明这里原来有。不会从空白开始：请恢复备份，或把 DATA_DIR 指向新的文件夹。',
  'refusal.boot.corrupt':
    '数据库 {file} 已损坏（{code}）。请不要删除任何文件；把整个 DATA_DIR 另存一份，再用 npm run restore 恢复备份。',
  'refusal.boot.readOnly': '数据库 {file} 无法读写。请检查文件权限和磁盘是否只读。',
  'refusal.boot.busy': '数据库 {file} 正被另一个程序占用。',
  'refusal.boot.full': '{file} 所在磁盘已满。',
  'refusal.boot.newer':
    '数据库由更新版本的程序写过（{migration}），这个版本不认识。请安装那个版本；要退回旧版，请恢复升级前的备份。',
  'refusal.boot.now': 'NOW 只能用于演示或测试的数据库。',
  'refusal.boot.portTaken': '{place} 已被另一个程序占用。请换一个 PORT，或先停掉那个程序。',
  'refusal.boot.noPort':
    '不能在 {place} 上监听（{code}）。请检查 HOST 和 PORT；1024 以下的端口只有系统能用。',
  'refusal.boot.server.away':
    'PostgreSQL（{place}）没有应答（{code}）。请检查 DATABASE_URL 和服务是否在运行。',
  'refusal.boot.server.denied': 'PostgreSQL（{place}）不接受 DATABASE_URL 里的用户名和密码（{code}）。',
  'refusal.boot.server.noDatabase':
    "PostgreSQL 上没有这个数据库：{place}。请新建：create database … template template0 encoding ''UTF8'' locale ''C''",
  'refusal.boot.server.notOurs':
    'PostgreSQL（{place}）：DATABASE_URL 的角色不能在这个数据库里建表。数据库须归它所有：alter database … owner to …',
  'refusal.boot.server.version': 'PostgreSQL {found} 版本太旧，最低须为 {wanted}。',
  'refusal.boot.server.setting':
    'PostgreSQL（{place}）的 {name} 现为 {found}，须为 {wanted}，否则已确认的内容可能丢失，或一直占住数据。',
  'refusal.boot.server.order':
    "PostgreSQL（{place}）的数据库按 {found} 排序，须按字节排序。请另建：create database … template template0 encoding ''UTF8'' locale ''C''",
} as const;
