/** What the command of the demo says. */
export const demo = {
  'demo.building': '正在建立演示中心：按时间顺序走过约三十个月的办理，约需二十秒……',
  'demo.made': '演示中心已建好，用时 {seconds} 秒。',
  'demo.goesOn': '继续使用 {made} 建立的演示中心。要建一个新的：npm run demo -- --fresh',
  'demo.old': '这个演示中心已有 {days} 天，许多时限已经过去。建议新建：npm run demo -- --fresh',
  'refusal.demo.folderTaken':
    '{folder} 里有别的内容，不是演示中心，没有改动。请用 DATA_DIR 指定另一个文件夹。',
  'refusal.demo.databaseTaken':
    'DATABASE_URL 所指的数据库里已有内容，没有改动。请用 DATABASE_URL 指定一个空数据库。',
  'demo.accounts': '演示账号（密码均为 {password}）：',
} as const;
