/** Why a letter was not sent. */
export const mail = {
  'refusal.mail.later': '邮件服务器暂时不可用，稍后自动重试',
  'refusal.mail.never': '邮件服务器拒收这封邮件，请核对收件地址',
  'mail.notification.subject': '【孵化台】{organization}：{what}',
  'mail.notification.text':
    '{name}，您好！\n\n{who}{what}（{organization}）。\n\n打开查看：{link}{letters}\n\n这是系统邮件，请勿直接回复。',
} as const;
