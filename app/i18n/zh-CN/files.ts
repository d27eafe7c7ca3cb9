/** Why a file was not accepted. */
export const files = {
  'refusal.file.empty': '文件是空的',
  'refusal.file.tooLarge': '文件超过 {megabytes} MB',
  'refusal.file.kind': '只接受 PDF、JPG、PNG、DOCX、XLSX 文件',
  'refusal.file.svg': '不接受 SVG，请另存为 PNG 或 PDF 后上传',
  'refusal.file.page': '不接受网页文件，请另存为 PDF 后上传',
  'refusal.file.mismatch': '文件内容与扩展名不符：内容是 {found}。请用正确的扩展名重新保存后上传',
  'refusal.file.macros': '含有宏的文档不能上传，请另存为不含宏的文件',
  'refusal.file.locked': '文件设有密码，请取消密码后上传',
  'refusal.file.archive': '文件结构异常，不能接受。请用办公软件打开后另存一份再上传',
  'refusal.file.damaged': '图片已损坏，无法读取',
  'refusal.file.pixels': '图片尺寸过大，请缩小后上传',
  'refusal.file.infected': '安全检查未通过，文件没有保存',
  'refusal.file.noSpace': '服务器空间不足，文件没有保存；已保存的内容未受影响',
} as const;
