import type { ui as zh } from '../zh-CN/ui.ts';

/** Words of the interface itself: what every page may need. */
export const ui = {
  'ui.product': 'Hatchery',
  'ui.skip': 'Skip to content',
  'ui.nav.main': 'Main',
  'ui.nav.menu': 'Menu',
  'ui.nav.crumbs': 'You are here',
  'ui.nav.account': 'Account',
  'ui.nav.sections': 'Sections of this page',
  'ui.thisItem': 'this item',
  'ui.none': 'None',
  'ui.notGiven': 'Not filled in',
  'ui.yes': 'Yes',
  'ui.no': 'No',
  'ui.all': 'All',
  'ui.colon': '{label}: {value}',
  'ui.money': '{amount} yuan',
  'ui.yuan': 'yuan',

  'ui.date.weekday': '{weekday} {date}',
  'ui.date.range': '{from} – {to}',
  'ui.date.rangeInMonth': '{fromDay}–{to}',
  'ui.due.late': '{days, plural, one {# day} other {# days}} overdue',
  'ui.due.lateToday': 'Passed today',
  'ui.due.today': 'Today',
  'ui.due.tomorrow': 'Tomorrow',
  'ui.due.inDays': '{days, plural, one {# day} other {# days}} left',
  'ui.due.text': '{date}, {away}',
  'ui.due.none': 'No deadline',

  'ui.tone.waiting': 'Waiting',
  'ui.tone.good': 'Good',
  'ui.tone.attention': 'Needs attention',
  'ui.tone.stopped': 'Stopped',
  'ui.tone.neutral': 'Note',

  'ui.step.done': 'Done',
  'ui.step.now': 'Now',
  'ui.step.next': 'Not started',
  'ui.step.skipped': 'Passed over',

  'ui.check.ok': 'In place',
  'ui.check.missing': 'Missing',
  'ui.check.progress': '{done} of {total} in place',

  'ui.table.region': '{caption}, scrolls sideways',
  'ui.table.select': 'Select',
  'ui.table.selectRow': 'Select: {row}',
  'ui.table.actions': 'Actions',
  'ui.table.sortBy': 'Sort by {column}',

  'ui.filter.title': 'Filter',
  'ui.filter.apply': 'Filter',
  'ui.filter.reset': 'Clear filters',
  'ui.filter.active': '{count, plural, one {# filter} other {# filters}} on',

  'ui.pager.label': 'Pages',
  'ui.pager.previous': 'Previous',
  'ui.pager.next': 'Next',
  'ui.pager.shown': '{count, plural, one {# row} other {# rows}} on this page',

  'ui.button.back': 'Back',
  'ui.button.cancel': 'Cancel',
  'ui.button.save': 'Save',
  'ui.button.submit': 'Submit',
  'ui.button.view': 'View',
  'ui.button.download': 'Download',

  'ui.log.system': 'System',
  'ui.log.reason': 'Reason: {reason}',
  'ui.log.proof': 'Check value',
  'ui.new': 'New',
  'ui.file.download': 'Download {name}',
  'ui.chart.table': 'View as table',
  'ui.chart.item': 'Item',
  'ui.chart.value': 'Value',
  'ui.chart.share': 'Share',
  'ui.chart.lowest': 'Lowest',
  'ui.chart.middle': 'Median',
  'ui.chart.highest': 'Highest',
  'ui.chart.of': '{value} (of at most {max})',
  'ui.progress': '{percent} done',

  'ui.confirm.title': 'Please confirm',
  'ui.refusal.unknown':
    'This could not be done. Reason code: {code}. Please pass the code to an administrator.',

  'ui.autosave.saving': 'Saving the draft…',
  'ui.autosave.saved': 'Draft saved at {time}',
  'ui.autosave.failed':
    'The draft is not saved yet. Please keep this page open; it will be tried again when the network is back',
  'ui.autosave.ended':
    'Your session has ended, so the draft was not saved again. Send the form as usual: what you typed will be there after signing in',
  'ui.leave': 'Something on this page is not saved. Leave it anyway?',
  'ui.sending': 'Sending…',
  'ui.setupLink': 'There is no administrator yet. Set the first one up by this one-time link:',
} as const satisfies Record<keyof typeof zh, string>;
