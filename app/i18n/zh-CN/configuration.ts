/** Why the program does not start: what is wrong with its configuration. Read by whoever runs it, in a terminal. */
export const configuration = {
  'refusal.configuration.number': '{name} 应为 {min} 至 {max} 的整数，现为“{value}”',
  'refusal.configuration.host': '{name} 应为主机名或 IP 地址，现为“{value}”',
  'refusal.configuration.address': '{name} 应为以 {schemes} 开头的地址',
  'refusal.configuration.publicUrl':
    '{name} 应为 https:// 或 http:// 开头、只含主机名（和端口）的网址，例如 https://hatchery.example.cn',
  'refusal.configuration.secret': '{name} 太短，至少 {min} 个字符',
  'refusal.configuration.choice': '{name} 应为 {choices} 之一，现为“{value}”',
  'refusal.configuration.instant': '{name} 应为日期时间，例如 2026-11-24T09:00:00+08:00，现为“{value}”',
  'refusal.configuration.workers': '{name} 大于 1 时须使用 PostgreSQL（设置 DATABASE_URL）',
} as const;
