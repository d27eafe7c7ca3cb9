/** What the command says that moves an installation to PostgreSQL. */
export const move = {
  'move.usage':
    '用 DATA_DIR 指明现有数据的文件夹（现为 {folder}，其中应有 hatchery.db），用 DATABASE_URL 指明空的 PostgreSQL 数据库。',
  'move.done':
    '已迁移 {tables} 张表，逐表核对行数和校验值；{records} 条记录的 {events} 个事件链条完整。今后启动时请设置 DATABASE_URL。',
  'refusal.move.notEmpty': 'DATABASE_URL 所指的数据库不是空的，没有改动。',
  'refusal.move.differs': '表 {table} 迁移后核对不一致，已全部撤销，原数据没有改动。',
} as const;
