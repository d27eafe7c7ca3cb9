import type { publicPages as zh } from '../zh-CN/public.ts';

/** Words of the pages that everyone may read: the center, calls, notices, the directory, certificates. */
export const publicPages = {
  'public.home.title': 'Home',
  'public.hero.over': 'Social organization incubation center',
  'public.hero.title': 'Helping the organizations around us grow',
  'public.hero.lead':
    'A place to work, mentoring and training for community organizations, from the first day to graduation.',
  'public.hero.apply': 'Apply for a place',
  'public.hero.directory': 'See who is here',
  'public.months': '{count, plural, one {# month} other {# months}}',

  'public.calls': 'Open calls',
  'public.calls.none': 'No call is open',
  'public.calls.noneLead': 'The next call will appear here when it is published.',
  'public.call.places': '{count, plural, one {# place} other {# places}}',
  'public.call.noQuota': 'No limit',
  'public.call.standing.open': 'Open',
  'public.call.standing.notYet': 'Not open yet',
  'public.call.standing.over': 'Closed',
  'public.call.opensAt': 'Opens on {at}',
  'public.call.rolling': 'Open all year',
  'public.call.apply': 'Apply',
  'public.call.next.open': 'You can apply now',
  'public.call.next.notYet': 'Applications are not open yet',
  'public.call.next.over': 'This call has closed',
  'public.call.next.how':
    'All you need to begin is an e-mail address. What you fill in is kept, so you need not finish in one go.',
  'public.call.opens': 'Opens',
  'public.call.closes': 'Closes',
  'public.call.quota': 'Places',
  'public.call.term': 'Term of incubation',
  'public.call.about': 'About this call',
  'public.call.documents': 'Documents you will need',
  'public.call.documents.lead':
    'They depend on how your organization is registered. All are required unless marked optional.',
  'public.track.registered': 'Registered organizations',
  'public.track.recorded': 'Community organizations on record',
  'public.track.unregistered': 'Founding groups not yet registered',
  'public.call.road': 'How an application is decided',
  'public.road.draft': 'Fill in the application',
  'public.road.draft.text': 'The form and the documents, online; everything is kept as you go.',
  'public.road.submitted': 'Send it in',
  'public.road.submitted.text':
    'You get a number and a receipt. It is accepted within {acceptDays, plural, one {# working day} other {# working days}}.',
  'public.road.screening': 'Desk screening',
  'public.road.screening.text':
    'Within {screeningDays, plural, one {# working day} other {# working days}}. What is missing is named once and in full; you then have {supplementDays, plural, one {# working day} other {# working days}}.',
  'public.road.in_review': 'Review by a panel',
  'public.road.in_review.text':
    '{panelSize} reviewers score on their own; whoever has an interest steps back. {entryPass} points are needed.',
  'public.road.decision_pending': 'Decision',
  'public.road.decision_pending.text':
    'Once all are reviewed and ranked, {decider, select, supervisor {the civil affairs supervisor} other {the director of the center}} decides within the places there are.',
  'public.road.public_notice': 'Public notice',
  'public.road.public_notice.text':
    'For {noticeDays} {unit, select, calendar {days} other {working days}}, in which anyone may object.',
  'public.road.agreement_pending': 'Agreement',
  'public.road.agreement_pending.text':
    'Without an objection the agreement is signed within {signingDays, plural, one {# working day} other {# working days}}.',
  'public.road.admitted': 'Incubation',
  'public.road.admitted.text':
    '{termMonths, plural, one {# month} other {# months}} with mentoring, training and evaluation.',

  'public.way': 'From entry to graduation',
  'public.way.enter': 'Enter',
  'public.way.enter.text': 'Apply, pass screening, review and public notice, sign the agreement, move in.',
  'public.way.incubate': 'Grow',
  'public.way.incubate.text': 'Work to a plan, with a place, mentoring, training and introductions.',
  'public.way.evaluate': 'Be evaluated',
  'public.way.evaluate.text': 'Progress at mid-term, results at the end; both are put on public notice.',
  'public.way.graduate': 'Graduate',
  'public.way.graduate.text': 'Those who are ready receive a certificate, and we keep in touch.',

  'public.figures': 'How we stand',
  'public.figures.incubating': 'In incubation',
  'public.figures.graduated': 'Graduated',
  'public.figures.applying': 'Applications under way',
  'public.figures.onNotice': 'On public notice',
  'public.figures.left': 'Left before graduating',
  'public.figures.chart': 'Where organizations went',
  'public.figures.chart.description':
    '{incubating} in incubation, {graduated} graduated, {left} left before.',

  'public.organizations': 'Organizations growing here',
  'public.organizations.all': 'See all organizations',
  'public.contact': 'Contact',
  'public.contact.phone': 'Telephone {phone}',

  'public.notices': 'Public notices',
  'public.notices.lead':
    'Admissions, evaluations and graduations are put on public notice before they stand. Anyone may object to an admission or a graduation; an evaluation result is appealed by the organization evaluated.',
  'public.notices.now': 'On notice now',
  'public.notices.noneNow': 'Nothing is on notice at the moment.',
  'public.notices.all': 'See all notices',
  'public.notices.none': 'No notice yet',
  'public.notices.noneLead': 'Notices of admissions, results and graduations will appear here.',
  'public.notice.title': 'Notice: {name}',
  'public.notice.subject': 'Intended decision',
  'public.notice.subject.application': 'Intended admission',
  'public.notice.subject.evaluation': 'Evaluation result',
  'public.notice.subject.graduation': 'Intended graduation',
  'public.notice.text': 'The decision intended on {name} is put on public notice.',
  'public.notice.text.application':
    '{name} has passed desk screening and review, and is to be admitted to the incubation center.',
  'public.notice.text.evaluation': 'The evaluation result of {name} is put on public notice.',
  'public.notice.text.graduation':
    '{name} has passed the verification of its conditions, and is to graduate.',
  'public.notice.from': 'from {day}',
  'public.notice.standing.running': 'On notice',
  'public.notice.standing.stopped': 'Objection being examined',
  'public.notice.standing.kept': 'Notice completed',
  'public.notice.standing.lifted': 'Notice withdrawn',
  'public.notice.standing.over': 'Ended',
  'public.notice.facts': 'What is on notice',
  'public.notice.number': 'Number',
  'public.notice.organization': 'Organization',
  'public.notice.program': 'Program',
  'public.notice.score': 'Score',
  'public.notice.window': 'Notice period',
  'public.notice.objections': 'Objections received',
  'public.notice.objections.count':
    '{count, plural, =0 {None} other {#{open, plural, =0 {, all answered} other {, # being examined}}}}',
  'public.notice.outcome': 'Outcome',
  'public.notice.outcome.kept':
    'The period ended without an upheld objection; the matter goes on as announced.',
  'public.notice.outcome.lifted': 'This notice was withdrawn; what it announced will not be carried out.',
  'public.notice.outcome.over': 'This notice has ended.',
  'public.notice.mayObject': 'Do you object to this?',
  'public.notice.mayNotObject': 'Objections are not possible now',
  'public.notice.object': 'Object',
  'public.notice.clockStopped':
    'An objection is being examined, so the notice period stands still. It goes on once that is answered.',

  'public.objection.title': 'Object to a notice',
  'public.objection.lead':
    'Say what happened and what it rests on. Objections with a name and contact, or with evidence, are accepted; each is examined and answered in writing.',
  'public.objection.send': 'Send the objection',
  'public.objection.back': 'Back to the notice',
  'public.objection.privacy': 'Your details stay private',
  'public.objection.privacy.text':
    'Your name, contact and words are seen only by those who examine them. The organization is not told, and they enter no public record.',
  'public.receipt.title': 'We have received your objection',
  'public.receipt.number': 'Objection number',
  'public.receipt.keep': 'Please write down or print this number to ask about it later.',
  'public.receipt.next': 'What happens next',
  'public.receipt.looking':
    'The notice period stands still. The center examines what you say and answers by {day} at the latest.',
  'public.receipt.soon': 'ten working days from now',
  'public.receipt.answered': 'This objection has been examined and answered.',
  'public.receipt.told':
    'If you left a contact, you will be told the result; the page of the notice shows the outcome too.',

  'public.directory': 'Directory',
  'public.directory.lead': 'Organizations that grow in the incubation center or have graduated from it.',
  'public.directory.q': 'Name of the organization',
  'public.directory.field': 'Field of service',
  'public.directory.community': 'Community',
  'public.directory.empty': 'No organization is listed yet',
  'public.directory.emptyLead': 'Organizations appear here once they are in incubation.',
  'public.directory.noMatch': 'No organization matches',
  'public.directory.noMatchLead': 'Try another word or fewer conditions. Two characters are enough.',
  'public.directory.all': 'Show all',
  'public.entry.facts': 'Facts',
  'public.entry.stages': 'Its way',
  'public.entry.noStages': 'Nothing public yet.',
  'public.entry.certificate': 'Certificate {number}',
  'public.stage.admitted': 'Admitted',
  'public.stage.incubating': 'Incubation began',
  'public.stage.graduated': 'Graduated',
  'public.stage.left': 'Left',

  'public.certificates': 'Check a certificate',
  'public.certificate.lead':
    'Enter the number of a graduation certificate to see whether it is genuine and valid.',
  'public.certificate.number': 'Certificate number',
  'public.certificate.numberHint': 'At the foot of the certificate: letters, a year and a serial number',
  'public.certificate.numberMissing': 'Fill in the number of the certificate',
  'public.certificate.check': 'Check',
  'public.certificate.valid': 'This certificate is valid',
  'public.certificate.valid.text':
    'It was issued to {name} by the incubation center and is valid. Please compare the name with the certificate in front of you.',
  'public.certificate.revoked': 'This certificate was revoked',
  'public.certificate.revoked.text': 'It was issued to {name}, was revoked on {day} and is no longer valid.',
  'public.certificate.unknown': 'No such certificate',
  'public.certificate.unknown.text':
    'There is no certificate with the number {number}. Please check the number. If it is right, this center did not issue it.',
  'public.certificate.facts': 'What it says',
  'public.certificate.issuer': 'Issued by',
  'public.certificate.issuedOn': 'Issued on',
  'public.certificate.revokedOn': 'Revoked on',

  'refusal.objection.noneTaken':
    'Objections to this notice are raised by the organization itself under the rules of evaluation, not here',
  'refusal.objection.noticeOver': 'The notice period is over; objections are no longer taken',
} as const satisfies Record<keyof typeof zh, string>;
