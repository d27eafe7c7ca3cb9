import type { lifecycle as zh } from '../zh-CN/lifecycle.ts';

/** Words that every lifecycle shares: the page of a record, its next step, lists, the desk, roles, common refusals. */
export const lifecycle = {
  'lifecycle.road': 'Progress',
  'lifecycle.deadlines': 'Deadlines',
  'lifecycle.history': 'History',
  'lifecycle.history.lead':
    'Each step with who took it, when and why. Nothing here can be changed or removed.',
  'lifecycle.history.all': '{count, plural, one {View the one entry} other {View all # entries}}',
  'lifecycle.history.now': '(now “{state}”)',

  'lifecycle.next.nothing': 'Nothing to do at present',
  'lifecycle.next.yours': 'Your turn: {what}',
  'lifecycle.next.waitsFor': 'Waiting for {who}: {what}',
  'lifecycle.next.closed': ' – not open yet',

  'lifecycle.fact.number': 'Number',
  'lifecycle.fact.organization': 'Organization',
  'lifecycle.fact.responsible': 'Incubation manager in charge',
  'lifecycle.fact.since': 'In this state since',

  'lifecycle.event.back': 'Back',
  'lifecycle.event.confirm': 'Confirm',
  'lifecycle.event.willTell': 'Will be told: {who}',
  'lifecycle.event.closed': 'This step is not open yet',
  'lifecycle.event.closedLead': 'It opens once the following is done.',
  'lifecycle.event.by': 'This step belongs to: {who}.',

  'lifecycle.document.of': '{what}:',
  'lifecycle.task.complete': 'Complete',
  'lifecycle.task.begun': 'In progress',
  'lifecycle.task.open': 'Not started',
  'lifecycle.spread.description': 'Total of each score sheet; put together they come to {mean}',
  'lifecycle.spread.sheets': 'Score sheets',

  'lifecycle.list.q': 'Organization or number',
  'lifecycle.list.state': 'State',
  'lifecycle.list.kind': 'Kind',
  'lifecycle.list.due': 'Due',
  'lifecycle.list.score': 'Score',
  'lifecycle.list.updated': 'Last step',
  'lifecycle.list.count': '{count, plural, one {One record} other {# records}}',
  'lifecycle.list.all': 'View all',
  'lifecycle.list.sort': 'Sort',
  'lifecycle.list.sort.new': 'Latest step first',
  'lifecycle.list.sort.due': 'Nearest deadline first',
  'lifecycle.list.sort.score': 'Highest score first',
  'lifecycle.list.empty': 'Nothing here yet',
  'lifecycle.list.noMatch': 'Nothing matches',
  'lifecycle.list.emptyLead': 'Records that you may see will appear here.',

  'desk.title':
    '{count, plural, =0 {Nothing waits for you today} one {One thing waits for you{overdue, plural, =0 {} other {, and it is overdue}}} other {# things wait for you{overdue, plural, =0 {} one {, one of them overdue} other {, # of them overdue}}}}',
  'desk.waiting': 'Waiting for you',
  'desk.empty': 'All done',
  'desk.emptyLead': 'New things appear here as soon as they wait for you, and you are told by mail.',
  'desk.following': 'What you follow',
  'desk.month': 'Due this month',
  'desk.news': 'Latest news',

  'role.lead': 'Lead',
  'role.staff': 'Staff member',
  'role.finance': 'Finance officer',
  'role.manager': 'Incubation manager',
  'role.director': 'Director',
  'role.reviewer': 'Reviewer',
  'role.assessor': 'Assessor',
  'role.mentor': 'Mentor',
  'role.supervisor': 'Supervisor',
  'role.payer': 'Payer',
  'role.party_committee': 'Community Party committee',
  'role.community_worker': 'Community worker',
  'role.admin': 'Administrator',
  'role.auditor': 'Security auditor',
  'role.public': 'The public',
  'role.clock': 'By deadline',
  'role.system': 'System',

  'refusal.unseen': 'This record was not found, or is not open to you',
  'refusal.notYours': 'This step is not yours to take',
  'refusal.changedMeanwhile':
    'Since you opened this page, {name} took a step in this record ({at}). Please look at it again first; what you filled in is still below',
  'refusal.notInThisState': 'As things stand this step is not open yet, or was taken already',
  'refusal.idempotency.otherContent':
    'This form was sent before with other content. Please open the page again, check it, and send it anew',
} as const satisfies Record<keyof typeof zh, string>;
