/** What the commands for backups say in a terminal, and why a backup or a restore was refused. */
export const backup = {
  'backup.usage.backup': '用法：npm run backup -- 文件夹（新的或空的；备份就放在其中）',
  'backup.usage.restore': '用法：npm run restore -- 文件夹（含 manifest.json 的备份）；恢复到空的 DATA_DIR',
  'backup.made':
    '备份完成并已核验：{folder}（{rows, number} 行数据，{files, number} 个文件，{bytes, number} 字节）',
  'backup.plain':
    '提示：没有设置 BACKUP_KEY，备份未加密，也不含本机密钥（session-secret 等）。请像数据库本身一样保管。',
  'backup.madeWithout':
    '注意：有 {count, number} 个文件在备份时已缺失或损坏，备份中没有它们，第一个是 {first}。请检查磁盘。',
  'backup.restored':
    '恢复完成：{folder}，备份时间 {at}（{rows, number} 行数据，{files, number} 个文件，{events, number} 条记录逐条核验无误）',

  'refusal.backup.folderNotEmpty': '{folder} 不是空文件夹：请换一个新的文件夹，每次备份用一个',
  'refusal.backup.targetNotEmpty': '{folder} 里已有数据，不会覆盖：请把 DATA_DIR 指向新的或空的文件夹',
  'refusal.backup.noDatabase': '{folder} 里没有数据库，没有可备份的内容',
  'refusal.backup.noManifest': '{folder} 里没有 manifest.json：不是备份，或者备份没有做完',
  'refusal.backup.manifest': '{file} 不完整或被改动过，备份不可信',
  'refusal.backup.missing': '备份中缺少文件：{file}',
  'refusal.backup.changed': '备份中的文件被改动或截断：{file}',
  'refusal.backup.keyNeeded': '备份已加密：请设置做备份时的 BACKUP_KEY',
  'refusal.backup.notSealed':
    '已设置 BACKUP_KEY，而这个备份没有加密，无从确认出自谁手：确信无误，请取消 BACKUP_KEY 后再恢复',
  'refusal.backup.wrongKey': 'BACKUP_KEY 不是做这个备份时的密钥',
  'refusal.backup.integrity': '数据库没有通过完整性检查：{fault}',
  'refusal.backup.rows': '数据库的行数与备份清单不符：表 {table}',
  'refusal.backup.checkpoint': '数据库的历史与检查点不符',
  'refusal.backup.history': '历史记录没有通过核验：{kind}，{id}，第 {number} 条',
  'refusal.backup.newer': '备份来自更新版本的程序（{name}）：请先安装那个版本',
  'refusal.backup.notWritten': '写入 {folder} 的数据库副本读回时不一致：请检查磁盘',
  'refusal.backup.noSpace': '{folder} 所在磁盘空间不足，没有做成',
} as const;
