import type { security as zh } from '../zh-CN/security.ts';

/** Words about keeping accounts safe: second factor, sessions and their ends, the settings of the installation, the security log. */
export const security = {
  'people.field.code': 'Code, or recovery code',
  'people.field.code.hint':
    'The 6 figures that the authenticator on your phone shows; without the phone, one of your recovery codes',
  'people.field.firstCode': 'Code',
  'people.field.firstCode.hint': 'The 6 figures that the authenticator on your phone shows',
  'people.field.newPassword.mlps':
    'At least 8 characters, of at least three kinds: capitals, small letters, figures, signs; none of your last 5 passwords',

  'people.code': 'Second step',
  'people.code.lead': 'The password is right. Now the code, please.',
  'people.code.other': 'Sign in to another account',
  'people.code.lost':
    'Neither phone nor recovery codes at hand? The system administrator can reset the second step once it is clear who you are.',
  'people.renew': 'Please change your password',
  'people.renew.lead':
    'Your password is {days} days old. By the rules of this installation, choose a new one before you go on.',
  'people.renew.submit': 'Save the new password and go on',

  'people.secondFactor': 'Two-step sign-in',
  'people.secondFactor.lead':
    'Signing in then takes a code from your phone besides the password. Whoever learns the password cannot get in with it alone.',
  'people.secondFactor.needed':
    'Your role needs two-step sign-in: a code from your phone besides the password.',
  'people.secondFactor.setUp': 'First, set up two-step sign-in',
  'people.secondFactor.setUp.lead':
    'Your role sees what belongs to many organizations, so signing in takes a code from your phone besides the password. Set it up now and use it from then on.',
  'people.secondFactor.scan': 'Scan with an authenticator',
  'people.secondFactor.scan.text':
    'Open an authenticator on your phone (such as Microsoft Authenticator, Google Authenticator or FreeOTP), choose to add an account, and scan this picture. The phone needs no connection.',
  'people.secondFactor.picture': 'QR code for two-step sign-in; if you cannot scan it, use the key below',
  'people.secondFactor.typing': 'If you cannot scan, type this key into the authenticator (time-based):',
  'people.secondFactor.turnOn': 'Turn on two-step sign-in',
  'people.secondFactor.on': 'Turned on',
  'people.secondFactor.since': 'Since',
  'people.secondFactor.turnOff': 'Turn off two-step sign-in',
  'people.secondFactor.turnOff.text':
    'Signing in will then take the password only. All other devices will be signed out.',
  'people.secondFactor.removed': 'Two-step sign-in is turned off',
  'people.recovery': 'Recovery codes',
  'people.recovery.done': 'Two-step sign-in is on. The recovery codes are shown this once',
  'people.recovery.text':
    'Without your phone, a recovery code stands in for the code. There are {count}, and each works once. Keep them safe, and not beside the password.',
  'people.recovery.print':
    'You can print this page with your browser, copy the codes by hand, or keep them in a password manager.',
  'people.recovery.onward': 'I have kept them, go on',
  'people.recovery.left': 'Recovery codes',
  'people.recovery.left.count': '{count, plural, one {# is unused} other {# are unused}}',
  'people.recovery.again': 'New recovery codes',
  'people.recovery.again.text': 'All old ones stop working at once. All other devices will be signed out.',

  'people.device': '{browser} on {system}',
  'people.browser.wechat': 'WeChat',
  'people.browser.wps': 'WPS',
  'people.browser.edge': 'Edge',
  'people.browser.qq': 'QQ Browser',
  'people.browser.uc': 'UC Browser',
  'people.browser.360': '360 Browser',
  'people.browser.huawei': 'Huawei Browser',
  'people.browser.xiaomi': 'Mi Browser',
  'people.browser.firefox': 'Firefox',
  'people.browser.opera': 'Opera',
  'people.browser.chrome': 'Chrome',
  'people.browser.safari': 'Safari',
  'people.browser.other': 'Unknown browser',
  'people.system.harmony': 'HarmonyOS',
  'people.system.android': 'Android',
  'people.system.ipad': 'iPad',
  'people.system.iphone': 'iPhone',
  'people.system.windows': 'Windows',
  'people.system.mac': 'Mac',
  'people.system.kylin': 'Kylin or UOS',
  'people.system.linux': 'Linux',
  'people.sessions.ended': 'Signed out there',
  'people.sessions.endOne': 'Sign out of {device}',
  'people.sessions.endOthers': 'Sign out of all other devices',
  'people.sessions.limits':
    'You are signed out after {idle, plural, =60 {an hour} =720 {12 hours} one {# minute} other {# minutes}} without use, or {age, plural, =168 {7 days} one {# hour} other {# hours}} after signing in. You may be signed in on several devices at once; there is no limit.',
  'people.ended.idle': 'You were signed out after a while without use',
  'people.ended.age': 'You were signed out: the time of this sign-in is over',
  'people.ended.over': 'This sign-in has ended',
  'people.ended.left': 'You have signed out',
  'people.ended.again': 'The second step took too long, or went wrong too often',
  'people.ended.text': 'Please sign in again; you will be led back to where you were.',

  'people.expiry': 'How long the account is good for',
  'people.expiry.lead': 'After this day nobody can sign in to it; leave empty for no end.',
  'people.expiry.on': 'Good until',
  'people.expiry.save': 'Save the last day',
  'people.state.expired': 'Expired',
  'people.signedIn': 'Last signed in',
  'people.signedIn.never': 'Never signed in',
  'people.list.unused': 'Not signed in for {days} days',
  'people.list.unused.lead':
    'Nobody has signed in to these accounts for more than {days} days. Close those that are no longer needed, or give them a last day.',
  'people.list.all': 'All accounts',
  'people.reset2f': 'Reset two-step sign-in',
  'people.reset2f.lead':
    'For somebody who has lost both phone and recovery codes. First make sure who it is, in person or through their office. They set it up anew at the next sign-in and are told by mail; it is written into the security log.',
  'people.endTheirs': 'Sign out everywhere',
  'people.endTheirs.lead': 'They are signed out of all devices at once; the account stays usable.',

  'security.field.policy': 'Rules for passwords',
  'security.policy.asvs': 'By length',
  'security.policy.asvs.hint':
    'At least 12 characters of any kind, no forced change; checked against common passwords (OWASP ASVS 5.0)',
  'security.policy.mlps': 'By MLPS level 2',
  'security.policy.mlps.hint':
    'At least 8 characters of three kinds, changed every 90 days, none of the last 5; five wrong ones lock for 30 minutes; signed out after at most 30 minutes without action (GB/T 22239)',
  'security.field.secondFactor':
    'Two-step sign-in of directors, managers, supervisors, administrators and auditors',
  'security.secondFactor.required': 'Required',
  'security.secondFactor.optional': 'Left to them',
  'security.group.officials': 'Sign-ins of officials',
  'security.group.members': 'Sign-ins of people of organizations',
  'security.field.officialIdleMinutes': 'Signed out after so long without use',
  'security.field.officialHours': 'Signed out at the latest after',
  'security.field.memberIdleMinutes': 'Signed out after so long without use',
  'security.field.memberHours': 'Signed out at the latest after',
  'security.unit.minutes': 'minutes',
  'security.unit.hours': 'hours',
  'security.history': 'Changes',
  'security.history.none': 'Nothing has been changed; these are the defaults.',
  'security.changed': '{field}: {before} → {after}',
  'refusal.security.mlpsIdle': 'By MLPS level 2, at most {max} minutes',

  'refusal.people.wrongCode': 'The code is wrong, or was used already; wait for the next one on your phone',
  'refusal.people.signInOver': 'This sign-in took too long, or went wrong too often; please sign in again',
  'refusal.people.secondFactor.there': 'Two-step sign-in is on already',
  'refusal.people.secondFactor.needed': 'Your role needs two-step sign-in; it cannot be turned off',
  'refusal.people.secondFactor.none': 'They have no two-step sign-in',
  'refusal.people.notForOneself': 'Not for your own account; another system administrator has to do it',
  'refusal.people.password.kinds':
    'The password needs at least {min} kinds of signs: capitals, small letters, figures, other signs',
  'refusal.people.password.again': 'None of your last {count} passwords may be taken again',
  'refusal.people.password.context':
    'Names and common words of this system or center must not be most of the password; choose another',

  'mail.secondFactor.subject': '[Hatchery] The way you sign in has changed',
  'mail.secondFactor.text':
    'Hello {name},\n\n{what, select, on {two-step sign-in was just turned on for your account.} off {two-step sign-in was just turned off for your account; from now on the password is enough.} codes {new recovery codes were just issued for your account; the old ones no longer work.} reset {the system administrator just reset the two-step sign-in of your account; please set it up again at your next sign-in.} codeUsed {a recovery code was just used to sign in to your account; {left} are left.} other {the way you sign in has changed.}}\n\nSee: {link}\n\nIf you did not do or ask for this, change your password at once and tell the system administrator.\n\nThis letter was sent by the system; please do not answer it.',
  'admin.outbox.kind.secondFactor': 'Two-step sign-in changed',

  'admin.security.title': 'Security log',
  'admin.security.about':
    'Sign-ins, locks, changes of roles and exports: who, when, from where; only read, kept for at least 180 days',
  'admin.security.filter.kind': 'Kind',
  'admin.security.filter.person': 'Name or e-mail address',
  'admin.security.none': 'Nothing fits',
  'admin.security.by': 'Done by {name}',
  'admin.security-settings.title': 'Security settings',
  'admin.security-settings.about': 'Rules for passwords, two-step sign-in, when sessions end',
  'admin.state.security': 'For the auditor only',
  'admin.state.policy': '{policy, select, mlps {MLPS level 2} other {By length}}',
  'admin.security.kind.sign_in_locked': 'Too many failures: locked for a while',
  'admin.security.kind.second_factor_failed': 'Wrong code',
  'admin.security.kind.second_factor_set_up': 'Turned on two-step sign-in',
  'admin.security.kind.second_factor_removed': 'Turned off two-step sign-in',
  'admin.security.kind.second_factor_reset': 'Two-step sign-in was reset',
  'admin.security.kind.recovery_codes_issued': 'Got new recovery codes',
  'admin.security.kind.recovery_code_used': 'Used a recovery code',
  'admin.security.kind.session_ended': 'Signed out another device',
  'admin.security.kind.account_expiry_set': 'The last day of the account was changed',
  'admin.security.kind.admin.security.edit': 'Changed the security settings',
} as const satisfies Record<keyof typeof zh, string>;
