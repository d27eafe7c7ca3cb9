/** Why a form could not be taken as it was sent, before its answers are judged. */
export const formReading = {
  'refusal.form.encoding': '内容不是有效的文字编码（UTF-8），请从本系统页面重新填写',
  'refusal.form.incomplete': '上传不完整，请重试',
  'refusal.form.kind': '不支持的提交格式，请从本系统页面提交',
  'refusal.form.tooMany': '内容过多，请分几次提交',
  'refusal.form.tooLong': '“{label}”最多 {max} 个字',
  'refusal.form.unseen': '“{label}”含有不可见的控制字符，已去除，请核对后重新提交',
  'refusal.form.repeated': '“{label}”出现了重复的字段，请从页面重新提交',
  'refusal.form.noFiles': '这里不接受文件',
} as const;
