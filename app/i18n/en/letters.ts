import type { letters as zh } from '../zh-CN/letters.ts';

/** Words of the letters that lifecycle events give rise to. */
export const letters = {
  'letters.title': 'Documents issued',
  'letters.download': 'Download .docx',
  'letters.print': 'Ctrl+P prints it on A4.',
  'letters.language': 'Language of this document',
  'letters.language.zh-CN': 'Chinese',
  'letters.language.en': 'English',
  'letters.fileName': '{title} ({organization})',
  'mail.notification.letters': 'Documents issued with this:\n{letters}',

  'letter.kind.receipt': 'Receipt of the application',
  'letter.kind.supplement': 'Complete list of what is missing',
  'letter.kind.minutes': 'Minutes of the review panel',
  'letter.kind.refusal': 'Decision of refusal',
  'letter.kind.waitlist': 'Notice of the waiting list',
  'letter.kind.admission-notice': 'Public notice of admission',
  'letter.kind.agreement-draft': 'Agreement (to be signed)',
  'letter.kind.agreement': 'Incubation agreement',
  'letter.kind.rectification': 'Rectification order',
  'letter.kind.exit': 'Notice of exit',
  'letter.kind.extension': 'Decision on the extension',
  'letter.kind.pause': 'Decision on the pause',
  'letter.kind.exit-appeal': 'Decision on the appeal',
  'letter.kind.announcement': 'Announcement of the evaluation',
  'letter.kind.evaluation-appeal': 'Decision on the appeal against the result',
  'letter.kind.evaluation-report': 'Evaluation report',
  'letter.kind.graduation-notice': 'Public notice of graduation',
  'letter.kind.graduation-refusal': 'Decision not to graduate',
  'letter.kind.certificate': 'Graduation certificate',
  'letter.kind.progress-report': 'Progress report',

  'letter.number': 'No. {number}',
  'letter.addressee': 'To {organization}',
  'letter.contact': 'Telephone: {phone}. Address: {address}.',
  'letter.closing.inform': 'You are hereby notified.',
  'letter.closing.decide': 'So decided.',
  'letter.closing.order': 'You are hereby notified and asked to put this right.',
  'letter.version': 'Version {number}',
  'letter.points': '{points} points',
  'letter.months': '{months, plural, one {# month} other {# months}}',
  'letter.days': '{days, plural, one {# day} other {# days}}',
  'letter.times': 'Number {count}',
  'letter.fromTo': '{from} to {to}',
  'letter.rank': 'Number {place} of the {of} in this call',
  'letter.rank.later': 'Stands once every review of this call is closed',
  'letter.rubricVersion': '{rubric} (version {version})',
  'letter.expert': 'Expert {number}',
  'letter.assessors': '{count, plural, one {# assessor} other {# assessors}}',
  'letter.allMet': 'All met',
  'letter.notAllMet': 'Not all met',

  'letter.fact.application': 'Application number',
  'letter.fact.call': 'Call',
  'letter.fact.track': 'Kind of organization',
  'letter.fact.organization': 'Organization',
  'letter.fact.proof': 'Unified code or record number',
  'letter.fact.program': 'Program',
  'letter.fact.receivedAt': 'Sent in at',
  'letter.fact.sentBy': 'Sent in by',
  'letter.fact.version': 'Version',
  'letter.fact.hash': 'Check code (SHA-256)',
  'letter.fact.score': 'Score of the review',
  'letter.fact.entryPass': 'Mark for admission',
  'letter.fact.veto': 'Veto',
  'letter.fact.rank': 'Rank',
  'letter.fact.until': 'On the waiting list until',
  'letter.fact.residency': 'Residency',
  'letter.fact.term': 'Term',
  'letter.fact.partyA': 'Party A (the center)',
  'letter.fact.partyB': 'Party B (the organization)',
  'letter.fact.meetingOn': 'Date of the review',
  'letter.fact.place': 'Place',
  'letter.fact.rubric': 'Rubric',
  'letter.fact.present': 'Panel',
  'letter.fact.stoodBack': 'Stood back or were replaced',
  'letter.fact.convenedBy': 'Convened by',
  'letter.fact.closedBy': 'Scores put together by',
  'letter.fact.highest': 'Highest',
  'letter.fact.lowest': 'Lowest',
  'letter.fact.mean': 'Mean',
  'letter.fact.median': 'Median',
  'letter.fact.spread': 'Spread',
  'letter.fact.orders': 'Order within this term',
  'letter.fact.decidedBy': 'Decided by',
  'letter.fact.reviewedBy': 'Reviewed by',
  'letter.fact.ground': 'Ground of the revocation',
  'letter.fact.evaluationScore': 'Score of the final evaluation',
  'letter.fact.notTakenPart': 'Taking part',
  'letter.fact.lastHandover': 'Last day of the hand-over',
  'letter.fact.lastAppeal': 'Last day to appeal',
  'letter.fact.termBefore': 'End of the term before',
  'letter.fact.termAfter': 'End of the term now',
  'letter.fact.monthsInAll': 'Term in all',
  'letter.fact.pause': 'Pause',
  'letter.fact.goesOn': 'Goes on as',
  'letter.fact.kind': 'Evaluation',
  'letter.fact.selfAssessment': 'Self-assessment due',
  'letter.fact.visitOn': 'Visit',
  'letter.fact.scoreBefore': 'Score before the review',
  'letter.fact.scoreAfter': 'Score after the review',
  'letter.fact.finalScore': 'Final score',
  'letter.fact.secondTeam': 'Second team',
  'letter.fact.verdict': 'Result',
  'letter.fact.grade': 'Grade',
  'letter.fact.passMark': 'Pass mark',
  'letter.fact.mustHaves': 'Must-haves',
  'letter.fact.confirmedOn': 'Confirmed on',
  'letter.fact.graduation': 'Number of the graduation',
  'letter.fact.period': 'Period',
  'letter.fact.due': 'Due on',
  'letter.fact.daysLate': 'Days late',

  'letter.column.expert': 'Expert',
  'letter.column.assessor': 'Assessor',
  'letter.column.total': 'Total',
  'letter.column.counted': 'Counts',
  'letter.column.dimension': 'Dimension',
  'letter.column.max': 'Of',
  'letter.column.self': 'Self-assessment',
  'letter.column.mean': 'Mean',
  'letter.column.all': 'In all',
  'letter.column.figure': 'Figure',
  'letter.column.period': 'This period',
  'letter.column.cumulative': 'Since the beginning',

  'letter.sign.expert': 'Expert {number} (signature)',
  'letter.sign.assessor': 'Assessor {number} (signature)',
  'letter.sign.recorder': 'Scores put together by',
  'letter.sign.partyA': 'For party A (director)',
  'letter.sign.partyB': 'For party B (lead)',
  'letter.sign.organization': 'Handed in by',
  'letter.sign.accepted': 'Accepted by',

  'letter.receipt.title': 'Receipt of an application for incubation',
  'letter.receipt.text':
    'On {date} the center received your application for incubation with its documents, number {number}:',
  'letter.receipt.hash':
    'The answers and documents are kept as they were sent. The check code is computed from all of them: any change would give another code.',
  'letter.receipt.due.submit': 'The center will say by {due} whether the application is taken up.',
  'letter.receipt.due.resubmit': 'The center will finish the desk screening by {due} and let you know.',
  'letter.receipt.meaning': 'This receipt shows that the application arrived. It is no approval.',

  'letter.supplement.title': 'What is missing from your application',
  'letter.supplement.text':
    'Your application for incubation (number {number}) has been screened. {count, plural, one {# thing is} other {# things are}} missing or not as required. This is the complete list, given at once on {date}:',
  'letter.supplement.item': '{what}: {why}',
  'letter.supplement.due':
    'Please send everything together within {days} working days, by {due}. After that the application lapses.',
  'letter.supplement.rounds': 'This is request {round}; an application may be supplemented {rounds} times.',

  'letter.refusal.title': 'Decision not to admit',
  'letter.refusal.text.screening':
    'After the desk screening, your application for incubation (number {number}) is refused.',
  'letter.refusal.text.decision':
    'After the review by experts and the decision on it, your application for incubation (number {number}) is refused.',
  'letter.refusal.text.objection':
    'During its public notice an objection to your application for incubation (number {number}) was received and found to be right. The application is refused.',
  'letter.refusal.grounds': 'Grounds of refusal',
  'letter.refusal.ground': '{words} (ground of refusal no. {number})',
  'letter.refusal.usedUp':
    'All {rounds} requests to supplement have been used, and the documents are still not as required.',
  'letter.refusal.reason': 'Reason',
  'letter.refusal.finding': 'Finding',
  'letter.refusal.vetoed': 'Found by more than half of the experts',
  'letter.refusal.again':
    'Once the conditions are met you may apply again in a later call. For questions about this decision, ask the center.',

  'letter.notice.window.workingDays': 'The notice lasts {days} working days, from {from} to {to}.',
  'letter.notice.window.days': 'The notice lasts {days} days, from {from} to {to}.',
  'letter.notice.objections':
    'While it lasts, anyone may object: by name, or without a name and with evidence. The center looks into each objection, answers it, and keeps to itself who objected. An objection stops the notice’s clock until it is settled.',

  'letter.admissionNotice.title': 'Public notice of an intended admission',
  'letter.admissionNotice.text':
    'After the application, the desk screening, the review by experts and the decision, it is intended to admit {organization} to incubation.',

  'letter.waitlist.title': 'Notice of the waiting list',
  'letter.waitlist.text':
    'Your application for incubation (number {number}) reached the mark for admission. As the places or seats of this call are taken, it is on the waiting list.',
  'letter.waitlist.next':
    'The waiting list holds for {months, plural, one {# month} other {# months}}. When a place is free the center admits by rank, after checking the lists of abnormal activities and of serious breaches again. After that the application lapses.',

  'letter.agreement.title': 'Incubation agreement',
  'letter.agreement.preamble': 'As equals and of their own will, the two parties agree:',
  'letter.agreement.term': '1. Term',
  'letter.agreement.term.text':
    'The term is {months, plural, one {# month} other {# months}} from the day the incubation is activated. Party B moves in within {onboarding} days of signing. Where it is needed and granted, the term may be extended, at most {extensions, plural, one {# time} other {# times}} and to {cap} months in all.',
  'letter.agreement.center': '2. What party A provides',
  'letter.agreement.center.onsite':
    'Party A provides a seat and shared rooms, mentoring, training, finance trusteeship, registration coaching and introductions to resources, and appoints an incubation manager and a mentor. The seat is the one named when it is handed over; it may not be passed on or let.',
  'letter.agreement.center.virtual':
    'Party B resides virtually and takes no seat. Party A provides shared rooms to be booked, mentoring, training, finance trusteeship, registration coaching and introductions to resources, and appoints an incubation manager and a mentor.',
  'letter.agreement.organization': '3. What party B does',
  'letter.agreement.organization.text':
    'Party B acts by its charter, follows its plan, reports on time, tells the truth in its documents, takes part in trainings and evaluations, looks after the premises, and accepts guidance and supervision by party A and the civil affairs authority.',
  'letter.agreement.register': 'Party B is not yet registered and registers within the agreed time.',
  'letter.agreement.evaluation': '4. Evaluation and graduation',
  'letter.agreement.evaluation.text':
    'Half way through the term a mid-term evaluation is held; {midterm} points pass. Before the end a final evaluation is held; with {graduation} points and every must-have met, party B may apply to graduate. Not taking part in the final evaluation without good reason counts as leaving.',
  'letter.agreement.waysOut': '5. Rectification, ways out, applying again',
  'letter.agreement.waysOut.text':
    'Where there is a ground for it, party B puts things right within {rectification} days, else it leaves. Party B may leave by its own will at any time. Against an exit it may appeal once, within {appeal} working days of the notice. Whoever leaves hands over within {handover} working days. Applying again is possible {voluntary} months after leaving by own will, {forced} months after any other exit.',
  'letter.agreement.data': '6. Information',
  'letter.agreement.data.text':
    'Both parties protect personal information as the law asks. The name of party B, its admission and graduation and the results of its evaluations may be made public as the law provides.',
  'letter.agreement.unsigned': 'The agreement takes effect once both parties have signed it in Hatchery.',
  'letter.agreement.signed':
    'The parties signed in Hatchery as follows. The agreement takes effect on the day of the last signature.',

  'letter.minutes.title': 'Minutes of the review panel',
  'letter.minutes.course': '1. The review',
  'letter.minutes.course.text':
    '{count, plural, one {# expert} other {# experts}} reviewed the application. Each declared to have no conflict of interest and promised confidentiality, scored alone, and locked the sheet; nobody saw another’s sheet before the end.',
  'letter.minutes.scores': '2. Scores',
  'letter.minutes.spreadWide':
    'Highest and lowest differ by more than {limit} points: the decision has to speak of it.',
  'letter.minutes.spreadNarrow': 'Highest and lowest differ by no more than {limit} points.',
  'letter.minutes.vetoed': 'More than half of the experts found these vetoes:',
  'letter.minutes.vetoMinority': 'A minority of the experts found these vetoes; they do not stand:',
  'letter.minutes.dimensions': '3. Mean of each dimension',
  'letter.minutes.note': '4. Notes',
  'letter.minutes.signatures': 'Signatures',

  'letter.rectification.title': 'Rectification order',
  'letter.rectification.text':
    'Ground: {ground}. The following {count, plural, one {finding has} other {# findings have}} to be put right in time:',
  'letter.rectification.finding': '{what} (by {due})',
  'letter.rectification.due':
    'Please put each of them right by {due}, and say so in Hatchery finding by finding, with evidence.',
  'letter.rectification.answer':
    'Please put each of them right, and say so in Hatchery finding by finding, with evidence.',
  'letter.rectification.consequence':
    'If this is not done, or not well enough, the incubation ends as agreed. A third order within the term ends it at once.',
  'letter.rectification.third':
    'This is the third order within the term. As agreed, the incubation ends; the notice of exit follows.',

  'letter.exit.title': 'Notice of exit',
  'letter.exit.text': 'As agreed, the incubation of your organization ends. Ground: {cause}.',
  'letter.exit.text.voluntary': 'Your request has been received and is granted: {cause}.',
  'letter.exit.absent': 'Did not take part in the evaluation',
  'letter.exit.reason': 'Reason',
  'letter.exit.handover': 'Hand-over',
  'letter.exit.handover.text':
    'Please hand over seat, keys, property and files within {days} working days, pay what is owed, and provide for the service projects that are running. An appeal stops this clock.',
  'letter.exit.appeal': 'Right of appeal',
  'letter.exit.appeal.text':
    'You may appeal once to the civil affairs supervisor within {days} working days, by {due}, with evidence if you have any. A supervisor who had no part in this decision reviews it within {review} working days. After that the right is lost.',
  'letter.exit.again': 'Applying again',
  'letter.exit.again.text':
    'You may apply again {months, plural, one {# month} other {# months}} after the exit.',

  'letter.extension.title': 'Decision to extend the term',
  'letter.extension.text':
    'The term of your organization is extended by {months, plural, one {# month} other {# months}}.',
  'letter.extension.goals': 'Goals of the extension',
  'letter.extension.milestones': 'Milestones',
  'letter.extension.milestone': '{goal}; indicator: {indicator}; by {due}',
  'letter.extension.next':
    'Please follow the new plan and report on time. A further final evaluation is held before the end.',
  'letter.extension.denied.title': 'Decision not to extend the term',
  'letter.extension.denied.active':
    'Your request to extend the term was examined and is denied. The incubation goes on to the end first agreed.',
  'letter.extension.denied.exit':
    'The term of your organization is not extended. As agreed, the incubation ends; the notice of exit follows.',
  'letter.extension.reason': 'Reason',

  'letter.pause.title': 'Decision to pause the incubation',
  'letter.pause.text': 'Your request was examined and is granted: the incubation is paused, {days}.',
  'letter.pause.meaning':
    'Meanwhile the clocks of the term and of the reports stand still, and reports whose whole period lies within are waived. Afterwards the term is longer by the days of the pause. You may ask to go on earlier.',
  'letter.pause.reason': 'Reason',
  'letter.pause.refused.title': 'Decision not to pause the incubation',
  'letter.pause.refused.text':
    'Your request to pause the incubation until {until} was examined and is refused. The incubation goes on.',

  'letter.exitAppeal.title': 'Decision on the appeal against the exit',
  'letter.exitAppeal.upheld':
    'Your appeal of {date} against the exit ({cause}) was reviewed and upheld. The exit is struck; the incubation goes on.',
  'letter.exitAppeal.dismissed':
    'Your appeal of {date} against the exit ({cause}) was reviewed and dismissed. The exit stands.',
  'letter.exitAppeal.asked': 'The appeal',
  'letter.exitAppeal.finding': 'Finding',

  'letter.announcement.title': 'Announcement of an evaluation',
  'letter.announcement.text': 'As agreed, your organization is to be evaluated: {kind}.',
  'letter.announcement.visit': '{date}',
  'letter.announcement.visitOrDesk': '{date} (may be left out where the files suffice)',
  'letter.announcement.plan': 'Plan',
  'letter.announcement.team': 'Team',
  'letter.announcement.lead': '{name} (lead assessor)',
  'letter.announcement.leadAccounts': '{name} (lead assessor, reads the accounts)',
  'letter.announcement.accounts': '{name} (reads the accounts)',
  'letter.announcement.member': '{name}',
  'letter.announcement.bring': 'What to prepare',
  'letter.announcement.bring.text':
    'Please assess yourselves item by item by the rubric, with evidence for whatever scores, and send it in time. Have the charter, the rules, the accounts and the files of your activities at hand.',
  'letter.announcement.absence.midterm':
    'Without a self-assessment in time, the evaluation counts as not taken part in and not passed.',
  'letter.announcement.absence.final':
    'Without a self-assessment in time, the evaluation counts as not taken part in, which counts as leaving.',
  'letter.announcement.absence.special':
    'Without a self-assessment in time, the evaluation counts as not taken part in.',

  'letter.evaluationAppeal.title': 'Decision on the appeal against an evaluation',
  'letter.evaluationAppeal.revised':
    'Your appeal of {date} against the result ({kind}) was reviewed by other assessors. The result is revised.',
  'letter.evaluationAppeal.rejected':
    'Your appeal of {date} against the result ({kind}) was reviewed and rejected. The result stands.',
  'letter.evaluationAppeal.items': 'Appealed against',
  'letter.evaluationAppeal.asked': 'The appeal',
  'letter.evaluationAppeal.finding': 'Finding',
  'letter.evaluationAppeal.next':
    'The notice of the result goes on for the time that was left; then the result is confirmed. An item can be appealed against once.',

  'letter.report.title': 'Report: {kind}',
  'letter.report.basis': '1. Basis',
  'letter.report.noRubric': 'No rubric is recorded.',
  'letter.report.method': '2. Method',
  'letter.report.method.visit':
    'Self-assessment, check of the material, visit and interviews, independent scoring by experts, and moderation. The score is the mean of the sheets; from five on, one highest and one lowest are left out.',
  'letter.report.method.desk':
    'Self-assessment, check of the material, independent scoring by experts, and moderation; no visit. The score is the mean of the sheets; from five on, one highest and one lowest are left out.',
  'letter.report.team': '3. Team',
  'letter.report.team.count':
    '{count, plural, one {# assessor} other {# assessors}}; each declared to have no conflict of interest.',
  'letter.report.process': '4. Course',
  'letter.report.step': '{date}: {what}',
  'letter.report.step.announce': 'the evaluation was announced',
  'letter.report.step.submit_self_assessment': 'self-assessment and evidence were sent in',
  'letter.report.step.return_material': 'further material was asked for',
  'letter.report.step.pass_material': 'the material was checked',
  'letter.report.step.desk_only': 'the material was checked; no visit was needed',
  'letter.report.step.record_visit': 'the visit took place',
  'letter.report.step.close_scoring': 'scoring was closed',
  'letter.report.step.finalise': 'the result was fixed and put on notice',
  'letter.report.step.appeal': 'the organization appealed',
  'letter.report.step.revise_result': 'the result was revised after review',
  'letter.report.step.reject_appeal': 'the result was kept after review',
  'letter.report.step.confirmed': 'the notice ended and the result was confirmed',
  'letter.report.scores': '5. Scores',
  'letter.report.adjusted': 'By moderation the score went from {before} to {after}. Reason: {reason}',
  'letter.report.discussion': 'Discussion',
  'letter.report.findings': '6. Findings',
  'letter.report.met': 'Must-haves that are met:',
  'letter.report.missing': 'Must-haves that are not yet met:',
  'letter.report.vetoed': 'Vetoes found on sheets:',
  'letter.report.weak': 'Below 60% of their points, and to be worked on first:',
  'letter.report.noneWeak': 'No dimension lies below 60% of its points.',
  'letter.report.result': '7. Result',

  'letter.graduationRefusal.title': 'Decision not to graduate',
  'letter.graduationRefusal.text.supervisor': 'Your application to graduate was examined and is refused.',
  'letter.graduationRefusal.text.verification':
    'Your application to graduate was verified; the conditions below are not met, and it is refused.',
  'letter.graduationRefusal.text.objection':
    'During its public notice an objection to your graduation was received and found to be right. The application is refused.',
  'letter.graduationRefusal.text.notApplied':
    'No application to graduate was sent in within {days} working days. The graduation is refused.',
  'letter.graduationRefusal.lines': 'Conditions not met',
  'letter.graduationRefusal.next':
    'Where an extension is left, it is decided upon next. Where none is left, the incubation ends as agreed; the notice of exit follows.',

  'letter.graduationNotice.title': 'Public notice of an intended graduation',
  'letter.graduationNotice.text':
    'After the final evaluation, the verification and the approval, it is intended that {organization} graduates from incubation.',

  'letter.certificate.title': 'Graduation certificate',
  'letter.certificate.number': 'Certificate no. {number}',
  'letter.certificate.text':
    'was incubated, reached {score} points in the final evaluation, met every condition of graduation, and was put on public notice.',
  'letter.certificate.text.term':
    'was incubated at this center from {from} to {to}, reached {score} points in the final evaluation, met every condition of graduation, and was put on public notice.',
  'letter.certificate.granted': 'It has graduated, in witness whereof this certificate is issued.',
  'letter.certificate.check': 'Whether this certificate is genuine can be checked at {address}',
  'letter.certificate.revoked': 'This certificate was revoked on {date}',

  'letter.progress.title': 'Progress report, {period}',
  'letter.progress.amended': 'Amended progress report, {period}',
  'letter.progress.amendedFor': 'Why it is amended',
  'letter.progress.amendedFields': 'What is amended',
  'letter.progress.figures': 'Figures',
  'letter.progress.evidence': 'Evidence handed in',
} as const satisfies Record<keyof typeof zh, string>;
