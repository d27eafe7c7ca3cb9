import type { application as zh } from '../zh-CN/application.ts';

/** Words of an application (入壳申请), of score sheets, and of the fields that more than one lifecycle asks for. */
export const application = {
  'application.title': 'Application',
  'application.list': 'Applications',
  'application.list.lead':
    'Organizations apply from a call; once submitted, an incubation manager takes the application on. Those that you may see are listed here.',
  'application.begin.done': 'began to fill in the application',
  'application.import.done': 'brought in from earlier records',

  'application.state.draft': 'Draft',
  'application.state.submitted': 'Submitted',
  'application.state.screening': 'Desk screening',
  'application.state.supplement_requested': 'Waiting for supplements',
  'application.state.panel_pending': 'Waiting for the panel',
  'application.state.in_review': 'In review',
  'application.state.decision_pending': 'Waiting for the decision',
  'application.state.waitlisted': 'Waitlisted',
  'application.state.public_notice': 'Public notice',
  'application.state.objection_open': 'Objection being examined',
  'application.state.agreement_pending': 'Waiting for signatures',
  'application.state.admitted': 'Admitted',
  'application.state.rejected': 'Rejected',
  'application.state.withdrawn': 'Withdrawn',
  'application.state.lapsed': 'Lapsed',

  'application.track.registered': 'Registered',
  'application.track.recorded': 'Recorded',
  'application.track.unregistered': 'Not yet registered',

  'application.event.submit': 'Submit the application',
  'application.event.submit.done': 'submitted the application',
  'application.event.submit.hint':
    'You get a number and a receipt, and what you sent is kept as it is. The incubation managers are told.',
  'application.event.change_kind': 'Change the type of organization',
  'application.event.change_kind.done': 'changed the type of organization',
  'application.event.change_kind.hint':
    'Without a certificate of registration, choose the founding group. What was filled in stays; the questions about the organization, the plan and the documents differ by type, so please go through them again.',
  'application.event.discard': 'Discard the draft',
  'application.event.discard.done': 'discarded the draft',
  'application.event.discard.hint':
    'A discarded draft cannot be brought back and is erased after 90 days. Nobody is told.',
  'application.event.accept': 'Accept the application',
  'application.event.accept.done': 'accepted the application',
  'application.event.accept.hint':
    'You become responsible for it and its desk screening begins. The lead is told.',
  'application.event.pass': 'Complete the desk screening',
  'application.event.pass.done': 'passed the desk screening',
  'application.event.pass.hint':
    'Check line by line: it passes only when every answer is yes, and then goes to the panel. The lead is told. If something is missing, request a supplement instead.',
  'application.event.request_supplement': 'Request a supplement',
  'application.event.request_supplement.done': 'sent one complete list of what is missing',
  'application.event.request_supplement.hint':
    'Under each item that needs it, say what is missing and how to put it right; leave the others blank. Name everything at once: the lead receives the list.',
  'application.event.record_party_opinion': 'Give the Party organization’s opinion',
  'application.event.record_party_opinion.done': 'gave the Party organization’s opinion',
  'application.event.record_party_opinion.hint':
    'The opinion is kept with the application for screening and review. The incubation managers are told.',
  'application.event.refuse': 'Refuse at screening',
  'application.event.refuse.done': 'refused at screening',
  'application.event.refuse.hint':
    'This ends the application and cannot be undone. The lead receives the reasons in writing.',
  'application.event.resubmit': 'Submit the supplement',
  'application.event.resubmit.done': 'submitted the supplement',
  'application.event.resubmit.hint':
    'First correct the form and add the documents, then say for each item what was done. It goes back to desk screening and the incubation manager is told.',
  'application.event.appoint_panel': 'Name the reviewers',
  'application.event.appoint_panel.done': 'named the reviewers',
  'application.event.appoint_panel.hint':
    'An odd number, at least three. The lead is shown the names and may ask for a recusal within two working days.',
  'application.event.declare': 'Declare conflicts of interest',
  'application.event.declare.done': 'declared whether there is a conflict of interest',
  'application.event.declare.hint':
    'Scoring opens after the declaration. Whoever steps back takes no further part in this review. The incubation manager is told.',
  'application.event.request_recusal': 'Ask for a recusal',
  'application.event.request_recusal.done': 'asked for a recusal',
  'application.event.request_recusal.hint':
    'Possible within two working days after the names were shown. The director answers.',
  'application.event.answer_recusal': 'Answer the request for recusal',
  'application.event.answer_recusal.done': 'answered the request for recusal',
  'application.event.answer_recusal.hint':
    'If granted, the reviewer leaves the panel and the incubation manager fills the place. The lead and the incubation manager are told.',
  'application.event.convene': 'Convene the panel',
  'application.event.convene.done': 'convened the panel',
  'application.event.convene.hint':
    'The reviewers are told when and where, the score sheets open, and from now on the rubric stays as it is.',
  'application.event.save_sheet': 'Save the draft',
  'application.event.save_sheet.done': 'saved a draft of a score sheet',
  'application.event.save_sheet.hint':
    'Keeps what is filled in so far, whole or not; go on until the sheet is locked.',
  'application.event.score.submit': 'Lock and submit',
  'application.event.score': 'Score',
  'application.event.score.done': 'locked a score sheet',
  'application.event.score.hint':
    'You can do this in several sittings: save the draft and go on later. A locked sheet cannot be changed. Until you lock yours nobody sees it, and you see nobody else’s.',
  'application.event.recuse': 'Record a recusal',
  'application.event.recuse.done': 'recorded a recusal',
  'application.event.recuse.hint':
    'The reviewer takes no further part, a sheet that is not locked is dropped, and the place is to be filled. The incubation manager and the director are told.',
  'application.event.replace_reviewer': 'Replace a reviewer',
  'application.event.replace_reviewer.done': 'replaced a reviewer',
  'application.event.replace_reviewer.hint':
    'The new reviewer can score after declaring that there is no conflict. The lead is shown the new name.',
  'application.event.close_review': 'Close the review',
  'application.event.close_review.done': 'closed the review and put the scores together',
  'application.event.close_review.hint':
    'The score is the mean of all locked sheets; from five sheets on, one highest and one lowest are dropped. It does not change afterwards. The director is told.',
  'application.event.admit': 'Decide to admit',
  'application.event.admit.done': 'decided to admit; the public notice began',
  'application.event.admit.hint':
    'The notice is published at once, without personal data. The lead and the incubation manager are told.',
  'application.event.waitlist': 'Put on the waitlist',
  'application.event.waitlist.done': 'put on the waitlist',
  'application.event.waitlist.hint':
    'The rank is kept until a place is free. The lead and the incubation manager are told.',
  'application.event.reject': 'Decide to reject',
  'application.event.reject.done': 'decided to reject',
  'application.event.reject.hint':
    'This ends the application and cannot be undone. The lead receives the reasons in writing.',
  'application.event.promote': 'Admit from the waitlist',
  'application.event.promote.done': 'admitted from the waitlist; the public notice began',
  'application.event.promote.hint':
    'The lists of abnormal activities and serious breaches are checked again and the notice is published. The lead and the incubation manager are told.',
  'application.event.object': 'Object',
  'application.event.object.done': 'An objection was received',
  'application.event.object.hint':
    'The clock of the notice stops and the director examines the matter, or the supervisor where the director is concerned. Your name and contact are not published.',
  'application.event.dismiss_objection': 'Dismiss the objection',
  'application.event.dismiss_objection.done': 'dismissed the objection',
  'application.event.dismiss_objection.hint':
    'Needs a written finding. When the last objection is answered the notice goes on for what was left, at least two days. The lead and the incubation manager are told.',
  'application.event.uphold_objection': 'Uphold the objection',
  'application.event.uphold_objection.done': 'upheld the objection',
  'application.event.uphold_objection.hint':
    'The application is rejected only once both the director and the supervisor uphold the same objection. The lead and the incubation manager are told.',
  'application.event.sign': 'Sign the agreement',
  'application.event.sign.done': 'signed the agreement',
  'application.event.sign.hint':
    'Once the lead and the director have both signed, the organization is admitted and its incubation begins. The lead, the director and the incubation manager are told.',
  'application.event.extend_signing': 'Give more time to sign',
  'application.event.extend_signing.done': 'gave more time to sign',
  'application.event.extend_signing.hint': 'Five more working days, once only. The lead is told.',
  'application.event.withdraw': 'Withdraw the application',
  'application.event.withdraw.done': 'withdrew the application',
  'application.event.withdraw.hint':
    'This ends the application, frees its place and seat, and cannot be undone. The incubation manager is told.',
  'application.event.reassign': 'Hand over to another manager',
  'application.event.reassign.done': 'handed over to another manager',
  'application.event.reassign.hint':
    'The new incubation manager becomes responsible; the history stays visible to both.',

  'application.timer.callCloses': 'The call closed before the draft was submitted; it lapsed',
  'application.timer.acceptDays': 'Acceptance is late; the director was told',
  'application.timer.screeningDays': 'Screening is late; the director was told',
  'application.timer.supplementDays': 'No supplement came in time; the application lapsed',
  'application.timer.panelDays': 'The panel is late; the director was told',
  'application.timer.waitlistMonths': 'The time on the waitlist ran out; the application lapsed',
  'application.timer.noticeDays': 'The notice ended; the agreement can be signed',
  'application.timer.objectionDays': 'The answer to the objection is late; the director was told',
  'application.systemEvent.place_freed.done':
    'A place of this call is free again: who is on the waitlist may be promoted',
  'application.timer.signingDays': 'The agreement was not signed by both in time; the application lapsed',

  'application.deadline.callCloses': 'Call closes',
  'application.deadline.acceptDays': 'Acceptance due',
  'application.deadline.screeningDays': 'Screening due',
  'application.deadline.supplementDays': 'Supplement due',
  'application.deadline.panelDays': 'Panel due',
  'application.deadline.scoring': 'Scores due',
  'application.deadline.waitlistMonths': 'Waitlist ends',
  'application.deadline.noticeDays': 'Notice ends',
  'application.deadline.objectionDays': 'Answer to the objection due',
  'application.deadline.signingDays': 'Signatures due',

  'application.fact.call': 'Call',
  'application.fact.track': 'Track',
  'application.fact.score': 'Review score',

  'application.content.tasks': 'Fill in the application',
  'application.content.supplement': 'What is missing',
  'application.content.noDocuments': 'No documents yet',
  'application.content.panel': 'Reviewers',
  'application.content.noPanel': 'No reviewers named yet',
  'application.content.meeting': 'Date of the panel: {date}',
  'application.content.ranking': 'Ranking of this call',
  'application.content.member': 'Reviewer',
  'application.content.stage': 'Progress',
  'application.content.total': 'Score',
  'application.content.spread': 'Scores of the sheets',

  'application.stage.named': 'Declaration due',
  'application.stage.declared': 'Declared, score due',
  'application.stage.locked': 'Scored',
  'application.stage.recused': 'Recused',
  'application.stage.replaced': 'Replaced',

  'application.section.organization': 'The organization',
  'application.section.team': 'Team and governance',
  'application.section.services': 'Needs and services',
  'application.section.plan': 'Incubation needs and plan',
  'application.section.documents': 'Documents',

  'document.registrationCertificate': 'Registration certificate',
  'document.recordingCertificate': 'Recording certificate',
  'document.charter': 'Charter',
  'document.charterDraft': 'Draft of the charter',
  'document.legalRepresentative': 'Legal representative: proof of identity and CV',
  'document.peopleList': 'List of council, supervisors and staff',
  'document.annualReport': 'Latest annual inspection or report',
  'document.financialStatements': 'Latest financial statements or audit',
  'document.undertaking': 'Letter of undertaking',
  'document.partyStatement': 'Statement on Party building',
  'document.serviceEvidence': 'Evidence of services delivered',
  'document.foundersApplication': 'Application signed by all founders',
  'document.foundersIdentity': 'Founders: proof of identity and CVs',
  'document.recommendation': 'Recommendation by the community',
  'document.nameApproval': 'Notice of name approval',
  'field.registrationCertificate.hint': 'Still valid, with the seal',
  'field.legalRepresentative.hint': 'The identity number is only checked, never published',
  'field.peopleList.hint':
    'Names, posts, full-time or part-time; recorded and founding groups list their core people',
  'field.financialStatements.hint': 'Younger than a year: income and expenses since the founding',
  'field.undertaking.hint': 'Signed by the legal representative or lead, sealed if there is a seal',
  'field.serviceEvidence.hint':
    'Photographs, press, summaries; please avoid the faces of minors in photographs',
  'field.foundersIdentity.hint': 'Identity numbers are only checked, never published',
  'field.recommendation.hint': 'With the seal of the community Party committee or residents’ committee',

  'application.check.eligible': 'The organization meets the conditions of the call',
  'application.check.documentsReadable': 'The documents are complete and readable',
  'application.check.documentsAgree': 'The documents agree with one another and with the form',
  'application.check.noGround': 'No ground of refusal was found',
  'application.check.notDuplicated': 'There is no second application and no incubation under way',
  'application.check.partyOpinionRead': 'The community Party committee’s opinion was read',
  'application.conflictKnown': 'Has a conflict of interest with the applicant; cannot be chosen',

  'ground.penalty': 'Penalised within the last two years',
  'ground.inspection': 'Failed or missed an annual inspection within the last two years',
  'ground.illegal_branch': 'Set up a branch against the rules',
  'ground.governance': 'No rules, no account of its own, or in disorder',
  'ground.tax': 'No tax registration, or receipts misused',
  'ground.false_material': 'False material',
  'ground.integrity': 'A major violation or a crisis of integrity',

  'residency.onsite': 'On site',
  'residency.virtual': 'Virtual',
  'declaration.none': 'No conflict of interest; I take part',
  'declaration.recuse': 'There is a conflict of interest; I step back',
  'recusalAnswer.grant': 'Granted: the reviewer steps back',
  'recusalAnswer.keep': 'Not granted: the reviewer stays',
  'objection.concerns.organization': 'The organization in the notice',
  'objection.concerns.reviewer': 'A reviewer',
  'objection.concerns.staff': 'Staff of the center',
  'objection.concerns.director': 'The director of the center',

  'unit.people': 'people',
  'unit.times': 'times',
  'unit.personTimes': 'person-times',
  'unit.days': 'days',
  'unit.workingDays': 'working days',
  'unit.months': 'months',
  'unit.hours': 'hours',
  'unit.points': 'points',

  'field.reason': 'Reason',
  'field.note': 'Note',
  'field.finding': 'Finding',
  'field.finding.hint':
    'What was examined, on what it rests, what it comes to; whoever raised it is told the finding',
  'field.consent': 'I agree that the center collects and uses this information to handle the application',
  'field.consent.hint':
    'For review, public notice and incubation only; personal data does not appear in the notice',
  'field.truth': 'I declare that everything given here is true and complete, and answer for it',
  'field.supports': 'Do you support the admission of this organization?',
  'field.opinion': 'Opinion of the Party organization',
  'field.grounds': 'Grounds of refusal',
  'field.grounds.hint': 'May be left out once all rounds of supplement are used; then a reason is enough',
  'field.members': 'Reviewers',
  'field.declaration': 'Declaration of interest',
  'field.declaration.hint':
    'An office held, kinship, funding, work together in the last three years: whatever could sway a judgement',
  'field.confidential': 'I keep what I read, the scores and the discussion confidential',
  'field.member': 'Which reviewer',
  'field.answer': 'Answer',
  'field.meetingOn': 'Date of the panel',
  'field.place': 'Place',
  'field.place.hint': 'For an online meeting, its number',
  'field.replacement': 'Replaced by',
  'field.residency': 'Residency',
  'field.residency.hint':
    'On site uses a seat in the center; virtual takes no seat and has the same services',
  'field.agreeTerm': 'I have read and agree to the term and the residency in the agreement',
  'field.agreeWaysOut': 'I understand how graduation, extension and exit work',
  'field.manager': 'Incubation manager',
  'field.concerns': 'The objection concerns',
  'field.statement': 'What you object to',
  'field.statement.hint': 'What happened, when, and how you know',
  'field.objectorName': 'Your name',
  'field.objectorName.hint': 'Not published; without a name, please attach evidence',
  'field.objectorContact': 'How to reach you',
  'field.objectorContact.hint': 'Telephone or e-mail, to tell you the outcome; not published',
  'field.evidence': 'Evidence',
  'field.objection': 'Which objection',

  'sheet.mustHaves': 'Must-haves',
  'sheet.vetoes': 'Vetoes',
  'sheet.bonus': 'Bonus points',
  'sheet.bonusReason': 'Reason for the bonus',
  'sheet.notApplicable': 'Not applicable',
  'sheet.comment': 'Comment',
  'sheet.comment.hint': 'Needed below 60 % of what the item can earn, else optional',
  'sheet.ownNote': 'Note',
  'sheet.ownNote.hint': 'Optional: what it rests on',
  'sheet.noneReached': 'None of these reached = 0',

  'refusal.application.callNotOpen': 'The call is not open yet: you can submit once it opens',
  'refusal.application.callClosed': 'The call has closed: please look out for the next one',
  'refusal.application.formIncomplete':
    '{count, plural, one {One section is} other {# sections are}} not complete: fill in the rest to submit',
  'refusal.application.documentsMissing':
    '{count, plural, one {One required document is} other {# required documents are}} missing: add it under “Documents” to submit',
  'refusal.application.organizationUnknown':
    'The applying organization was not found: please contact the center',
  'refusal.application.codeDoesNotFit':
    'The credit code does not fit the kind of organization (associations begin with 51, service institutions 52, foundations 53). Please correct it; if it is right, ask the incubation manager to inspect the certificate',
  'refusal.application.listed.abnormal':
    'The organization is on the list of abnormal activities: this can be done once it is taken off',
  'refusal.application.listed.illegal':
    'The organization is on the list of serious breaches: this can be done once it is taken off',
  'refusal.application.barred': 'The organization left incubation and may apply again from {until}',
  'refusal.application.anotherApplication':
    'The organization has another application under way: it must end or be withdrawn first',
  'refusal.application.alreadyIncubated': 'The organization is being incubated and need not apply',
  'refusal.application.declarationMissing': 'Please tick both declarations',
  'refusal.application.supplementRoundsUsed':
    'No round of supplement is left (at most {rounds}): pass the screening or have the director decide',
  'refusal.application.nothingMarked': 'Please say under at least one item what is missing',
  'refusal.application.itemsUnanswered':
    '{count, plural, one {One item is} other {# items are}} not answered yet',
  'refusal.application.checklistOpen':
    'It passes only when every answer is yes: otherwise request a supplement or have the director decide',
  'refusal.application.partyOpinionMissing':
    'The community Party committee has not given its opinion yet: screening can pass once it has',
  'refusal.application.groundMissing':
    'Please choose at least one ground of refusal; a reason alone is enough only once all supplements are used',
  'refusal.application.notACandidate':
    'One of those chosen is not on the list, or is on the panel already: please choose again',
  'refusal.application.reviewerManages':
    '{name} manages or screened this application and cannot judge it too; please choose another expert',
  'refusal.application.candidateInConflict':
    '{name} has a conflict of interest with the applicant: please choose somebody else',
  'refusal.application.alreadyDeclared': 'You have declared already, or are not on this panel',
  'refusal.application.recusalWindowOver':
    'A recusal can be asked for once per reviewer, within two working days after the name was shown',
  'refusal.application.noRecusalAsked': 'No request for recusal is waiting for an answer',
  'refusal.application.panelNotOdd':
    'The panel must be odd and at least three (usually {size} here); it has {count}',
  'refusal.application.declarationsOpen':
    '{count, plural, one {One reviewer has} other {# reviewers have}} not declared yet',
  'refusal.application.recusalUnanswered':
    'A request for recusal is open: the panel can be convened once the director has answered',
  'refusal.application.meetingTooSoon':
    'Reviewers must be told {days, plural, one {one working day} other {# working days}} before: {earliest} at the earliest',
  'refusal.application.notYourSheet':
    'You have no sheet to fill in: you must be on the panel and have declared no conflict',
  'refusal.application.sheetLocked':
    'The sheet is locked: it cannot be changed, and it is too late to step back',
  'refusal.application.noSeatToFill': 'No place is vacant and no sheet is overdue: nobody to replace',
  'refusal.application.youAreOnThePanel': 'You are on the panel: somebody else must do this',
  'refusal.application.sheetsOpen':
    '{count, plural, one {One sheet is} other {# sheets are}} not locked: the review can close once all are',
  'refusal.application.decidedBy.director': 'In this program the director of the center decides',
  'refusal.application.decidedBy.supervisor': 'In this program the supervisor decides',
  'refusal.application.youScreenedIt': 'You alone screened this application: somebody else must decide',
  'refusal.application.reviewsOpen':
    '{count, plural, one {One review} other {# reviews}} of this call {count, plural, one {is} other {are}} still open: decisions follow once the ranking stands',
  'refusal.application.vetoed': 'Most reviewers found a veto: it cannot be admitted',
  'refusal.application.belowPass':
    'The score is below the pass mark of {pass}: neither admission nor the waitlist is possible',
  'refusal.application.scorePasses':
    'The score reaches the pass mark of {pass} and there is no veto: admit, or put it on the waitlist',
  'refusal.application.quotaFull':
    'All {quota} places of this call are taken: it can be admitted once one is free',
  'refusal.application.noSeatFree': 'No seat is free: choose virtual residency, or wait for one',
  'refusal.application.placesLeft': 'Places and seats are free: there is no need for the waitlist',
  'refusal.application.signingExtendedOnce': 'The time to sign was extended once and cannot be again',
  'refusal.bothMustAct.youSigned': 'You have signed; the other signature is still missing',
  'refusal.bothMustAct.youDid': 'You have done your part; the other side must do the same',
  'refusal.objection.namelessWithoutEvidence':
    'Please give your name and how to reach you, or attach evidence',
  'refusal.objection.stillOpen': 'An objection is still open: the notice can end once all are answered',
  'refusal.objection.notOpen': 'Please choose an objection that is still open',
  'refusal.objection.youAreNamed': 'The objection concerns yourself: the supervisor must deal with it',
  'application.wait.admit': 'Decide on the application',
  'application.wait.promote': 'Promote from the waitlist',
  'application.wait.dismiss_objection': 'Answer the objection',
  'application.wait.uphold_objection': 'Answer the objection',
  'application.wait.pass': 'Finish the desk screening',
} as const satisfies Record<keyof typeof zh, string>;
