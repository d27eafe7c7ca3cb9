/** Why a letter was not sent. */
export const mail = {
  'refusal.mail.later': '邮件服务器暂时不可用，稍后自动重试',
  'refusal.mail.never': '邮件服务器拒收这封邮件，请核对收件地址',
} as const;
