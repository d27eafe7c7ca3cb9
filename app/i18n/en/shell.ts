import type { shell as zh } from '../zh-CN/shell.ts';

/** Words of the frame of every page, and of the pages that say something went wrong. */
export const shell = {
  'shell.otherLanguage': '中文',
  'shell.account': 'My account',
  'shell.notifications': 'Notifications',
  'shell.signOut': 'Sign out',
  'shell.signIn': 'Sign in',
  'shell.demo': 'This is a demo center: everything in it is made up and no mail leaves it.',
  'shell.demoMail': 'See the demo mail',

  'nav.desk': 'My desk',
  'nav.applications': 'Applications',
  'nav.incubations': 'Incubations',
  'nav.reports': 'Reports',
  'nav.evaluations': 'Evaluations',
  'nav.graduations': 'Graduations',
  'nav.organizations': 'Organizations',
  'nav.admin': 'Admin',
  'nav.notices': 'Public notices',
  'nav.directory': 'Incubatees',
  'nav.certificates': 'Check a certificate',

  'error.400.title': 'This request was not understood',
  'error.400.text':
    'The address or what was sent is incomplete. Please go back to the page before and try again.',
  'error.401.title': 'Please sign in first',
  'error.401.text': 'You will come back to this page, and nothing that you filled in is lost.',
  'error.403.title': 'This page is not open to you',
  'error.403.text':
    'Your role does not include this. If it should, please ask the administrator of the center.',
  'error.404.title': 'This page was not found',
  'error.404.text': 'The address may be wrong, the page may have moved, or it is not open to you.',
  'error.405.title': 'This address cannot be used in that way',
  'error.405.text': 'Please use the links and buttons on the pages.',
  'error.409.title': 'Something changed in the meantime',
  'error.409.text':
    'Somebody took a step after you opened this page. Please open it again and look before you go on.',
  'error.413.title': 'This is too large to upload',
  'error.413.text': 'A file may be up to 20 MB. Please make it smaller, or upload in several goes.',
  'error.415.title': 'This format is not accepted',
  'error.415.text': 'Please use the form on the page; files may be PDF, JPG, PNG, DOCX or XLSX.',
  'error.422.title': 'Something needs correcting',
  'error.422.text': 'Please go back, correct what is marked, and send it again.',
  'error.429.title': 'Too many attempts',
  'error.429.text': 'Please wait a few minutes and try again.',
  'error.500.title': 'Something went wrong here',
  'error.500.text':
    'It has been recorded, and what was saved before is not affected. Please try again later; if it stays, give the number below to the administrator.',
  'error.503.title': 'Not available at the moment',
  'error.503.text': 'There may be maintenance, or too many visitors. Please try again in a few minutes.',
  'error.toDesk': 'Back to my desk',
  'error.toHome': 'Back to the home page',
  'error.requestId': 'Request number: {id}',
} as const satisfies Record<keyof typeof zh, string>;
