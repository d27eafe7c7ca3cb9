import type { incubation as zh } from '../zh-CN/incubation.ts';

/** Words of an incubation: onboarding, term, rectification, pause, extension, exit. */
export const incubation = {
  'incubation.title': 'Incubation',
  'incubation.list': 'Incubations',
  'incubation.list.lead':
    'An incubation begins with the signed agreement and ends with graduation or exit. All that you may see are listed here.',
  'incubation.begin.done': 'began onboarding (both sides have signed the agreement)',
  'incubation.import.done': 'brought in from earlier records',

  'incubation.state.onboarding': 'Onboarding',
  'incubation.state.active': 'Active',
  'incubation.state.paused': 'Paused',
  'incubation.state.rectifying': 'Rectification',
  'incubation.state.midterm_due': 'Mid-term evaluation',
  'incubation.state.final_due': 'Final evaluation',
  'incubation.state.extension_review': 'Extension under review',
  'incubation.state.graduation_pending': 'About to graduate',
  'incubation.state.exit_notice': 'Exit announced',
  'incubation.state.exit_appeal': 'Appeal under review',
  'incubation.state.graduated': 'Graduated',
  'incubation.state.terminated': 'Terminated',
  'incubation.state.exited': 'Left of its own will',

  'incubation.event.activate': 'Finish onboarding and begin the term',
  'incubation.event.activate.done': 'finished the onboarding; the term began',
  'incubation.event.activate.hint':
    'The term counts from today. Progress reports, the mid-term and the final evaluation are laid out. The lead and the mentor are told.',
  'incubation.event.start_midterm': 'Start the mid-term evaluation',
  'incubation.event.start_midterm.done': 'started the mid-term evaluation',
  'incubation.event.start_midterm.hint': 'Its plan is drawn up next. The lead and the director are told.',
  'incubation.event.start_final': 'Start the final evaluation',
  'incubation.event.start_final.done': 'started the final evaluation',
  'incubation.event.start_final.hint':
    'Its plan is drawn up next; the incubation runs on until the result is confirmed. The lead and the director are told.',
  'incubation.event.record_service': 'Record a service',
  'incubation.event.record_service.done': 'recorded a service',
  'incubation.event.record_service.hint': 'It is kept with the incubation. The lead is told.',
  'incubation.event.reach_milestone': 'Record that a milestone was reached',
  'incubation.event.reach_milestone.done': 'recorded that a milestone was reached',
  'incubation.event.reach_milestone.hint':
    'Say on which day and how it was reached; evidence may be added. It cannot be changed afterwards. The lead, the manager and the mentor are told.',
  'incubation.event.change_mentor': 'Change the mentor',
  'incubation.event.change_mentor.done': 'changed the mentor',
  'incubation.event.change_mentor.hint':
    'The new mentor may read the incubation and its reports from now on, the one before no longer. The lead, the new mentor and the director are told.',
  'incubation.event.order_rectification': 'Order a rectification',
  'incubation.event.order_rectification.done': 'acted on a rectification order',
  'incubation.event.order_rectification.hint':
    'The incubation manager names the ground, the findings and their dates; the rectification begins when the director signs. A third order within the term announces the exit at once. The lead, the mentor, the incubation manager and the director are told.',
  'incubation.event.drop_rectification': 'Drop the proposed order',
  'incubation.event.drop_rectification.done': 'dropped the proposed order',
  'incubation.event.drop_rectification.hint':
    'A proposal that is not signed is dropped. The incubation manager and the director are told.',
  'incubation.event.answer_findings': 'Answer the findings',
  'incubation.event.answer_findings.done': 'answered findings',
  'incubation.event.answer_findings.hint':
    'Say for each finding how it was mended and attach evidence; you can do it in several sittings. The incubation manager is told.',
  'incubation.event.accept_rectification': 'Accept the rectification',
  'incubation.event.accept_rectification.done': 'accepted the rectification',
  'incubation.event.accept_rectification.hint':
    'The incubation manager looks at every answer first; it is over when the director agrees. The lead, the incubation manager and the director are told.',
  'incubation.event.fail_rectification': 'Declare the rectification failed',
  'incubation.event.fail_rectification.done': 'declared the rectification failed; the exit was announced',
  'incubation.event.fail_rectification.hint':
    'The exit is announced at once and the lead may appeal in time. The lead, the incubation manager and the supervisor are told.',
  'incubation.event.request_pause': 'Ask for a pause',
  'incubation.event.request_pause.done': 'asked for a pause',
  'incubation.event.request_pause.hint':
    'One pause of up to three months is possible. The director and the incubation manager are told.',
  'incubation.event.pause': 'Grant the pause',
  'incubation.event.pause.done': 'granted the pause',
  'incubation.event.pause.hint':
    'The clocks of the term and of the reports stop. A report whose whole period is paused is waived. The lead, the incubation manager and the mentor are told.',
  'incubation.event.refuse_pause': 'Refuse the pause',
  'incubation.event.refuse_pause.done': 'refused the pause',
  'incubation.event.refuse_pause.hint':
    'The incubation goes on. The lead and the incubation manager are told.',
  'incubation.event.resume': 'Resume the incubation',
  'incubation.event.resume.done': 'resumed the incubation',
  'incubation.event.resume.hint':
    'The clocks go on from today and the end moves by the days that were paused. The lead, the incubation manager, the director and the mentor are told.',
  'incubation.event.request_extension': 'Ask for an extension',
  'incubation.event.request_extension.done': 'asked for an extension',
  'incubation.event.request_extension.hint':
    'At least 30 days before the end. The director, the incubation manager and the supervisor are told.',
  'incubation.event.grant_extension': 'Grant the extension',
  'incubation.event.grant_extension.done': 'granted the extension',
  'incubation.event.grant_extension.hint':
    'It counts from the old end, or from today when that is past. Plan and reports are laid out anew. The lead, the incubation manager and the mentor are told.',
  'incubation.event.deny_extension': 'Refuse the extension',
  'incubation.event.deny_extension.done': 'refused the extension',
  'incubation.event.deny_extension.hint':
    'Asked for before the final evaluation, the incubation goes on to its end; after it, the exit is announced. The lead and the incubation manager are told.',
  'incubation.event.request_exit': 'Leave the incubation',
  'incubation.event.request_exit.done': 'asked to leave',
  'incubation.event.request_exit.hint':
    'The hand-over begins, open evaluations and graduations are cancelled, reports not yet due are waived. For some months you cannot apply again. The incubation manager, the director, the supervisor and the mentor are told.',
  'incubation.event.revoke': 'Revoke the incubation',
  'incubation.event.revoke.done': 'revoked the incubation; the exit was announced',
  'incubation.event.revoke.hint':
    'Open evaluations and graduations are cancelled, reports not yet due are waived, and the lead may appeal in time. The lead, the incubation manager, the director and the mentor are told.',
  'incubation.event.appeal': 'Appeal',
  'incubation.event.appeal.done': 'appealed',
  'incubation.event.appeal.hint':
    'Possible once. The hand-over’s clock stops and a supervisor who did not decide reviews. The supervisor, the director and the incubation manager are told.',
  'incubation.event.uphold_appeal': 'Uphold the appeal',
  'incubation.event.uphold_appeal.done': 'upheld the appeal',
  'incubation.event.uphold_appeal.hint':
    'It returns to where the decision fell; after a final evaluation, a new one is held. The lead, the incubation manager and the director are told.',
  'incubation.event.dismiss_appeal': 'Dismiss the appeal',
  'incubation.event.dismiss_appeal.done': 'dismissed the appeal',
  'incubation.event.dismiss_appeal.hint':
    'The exit stands and the hand-over’s clock goes on. The lead, the incubation manager and the director are told.',
  'incubation.event.complete_handover': 'Complete the hand-over',
  'incubation.event.complete_handover.done': 'completed the hand-over',
  'incubation.event.complete_handover.hint':
    'The incubation ends for good: the seat is free and the organization may apply again only after a time. The lead, the director and the supervisor are told.',
  'incubation.event.reassign': 'Reassign the incubation manager',
  'incubation.event.reassign.done': 'reassigned the incubation manager',
  'incubation.event.reassign.hint': 'The new manager is responsible from now on. Both can read the history.',

  'incubation.systemEvent.evaluation_passed.done': 'passed the mid-term evaluation',
  'incubation.systemEvent.evaluation_failed.done': 'did not pass the mid-term evaluation',
  'incubation.systemEvent.evaluation_cancelled.done': 'had its evaluation cancelled',
  'incubation.systemEvent.evaluation_graduates.done': 'is ready to graduate after the final evaluation',
  'incubation.systemEvent.evaluation_conditional.done': 'got a conditional result in the final evaluation',
  'incubation.systemEvent.evaluation_exits.done':
    'failed the final evaluation or did not take part; the exit was announced',
  'incubation.systemEvent.graduation_certified.done': 'received its certificate',
  'incubation.systemEvent.graduation_refused.done': 'was refused graduation',

  'incubation.timer.onboardingDays': 'the time for onboarding passed; it lapsed',
  'incubation.timer.midterm': 'the mid-term evaluation was due and started by itself',
  'incubation.timer.finalLead': 'the end of the term is near; the final evaluation started by itself',
  'incubation.timer.rectificationDays':
    'the time for rectification passed without acceptance; the exit was announced',
  'incubation.timer.pauseEnd': 'the pause ended and the incubation resumed',
  'incubation.timer.extensionReviewDays': 'the review of the extension is late; the director was told',
  'incubation.timer.handoverDays': 'the hand-over is late; the director was told',
  'incubation.timer.appealDays': 'the time to appeal passed',
  'incubation.timer.appealReviewDays': 'the review of the appeal is late; the director was told',

  'incubation.deadline.onboardingDays': 'Onboarding due',
  'incubation.deadline.midterm': 'Mid-term evaluation starts by',
  'incubation.deadline.finalLead': 'Final evaluation starts',
  'incubation.deadline.termEnd': 'End of the term',
  'incubation.deadline.rectificationDays': 'Rectification due',
  'incubation.deadline.pauseEnd': 'Pause ends',
  'incubation.deadline.extensionReviewDays': 'Review of the extension due',
  'incubation.deadline.handoverDays': 'Hand-over due',
  'incubation.deadline.appealDays': 'Appeal by',
  'incubation.deadline.appealReviewDays': 'Review of the appeal due',

  'incubation.wait.order_rectification': 'Sign the rectification order',
  'incubation.wait.accept_rectification': 'Look at the rectification',
  'incubation.wait.pause': 'Answer the request for a pause',
  'incubation.wait.grant_extension': 'Decide on the extension',
  'incubation.wait.appeal': 'Decide whether to appeal',
  'incubation.wait.dismiss_appeal': 'Review the appeal',

  'incubation.ground.seat_idle': 'Seat idle for more than 30 days',
  'incubation.ground.reports_overdue': 'Two progress reports overdue in a row',
  'incubation.ground.charter_breached': 'Charter breached',
  'incubation.ground.complaint_upheld': 'Complaint upheld',
  'incubation.ground.training_missed': 'Less than 60 % of the training attended',
  'incubation.ground.special_evaluation': 'Problems found by a special evaluation',
  'incubation.ground.midterm_failed': 'Mid-term evaluation not passed',
  'incubation.finding.midtermFailed':
    'The mid-term evaluation was not passed, or not taken part in: mend what it found, point by point',

  'incubation.revocation.struck_off': 'Registration or record struck off',
  'incubation.revocation.serious_breach': 'On the list of serious breaches',
  'incubation.revocation.criminal_case': 'Criminal case',
  'incubation.revocation.fraud': 'False material, or support obtained by fraud',

  'incubation.exit.voluntary': 'Left of its own will',
  'incubation.exit.revoked': 'Incubation revoked',
  'incubation.exit.rectification_failed': 'Rectification failed',
  'incubation.exit.third_rectification': 'Third rectification order within the term',
  'incubation.exit.evaluation': 'Final evaluation below what is asked',
  'incubation.exit.extension_denied': 'Extension refused',
  'incubation.exit.graduation_refused': 'Graduation refused',

  'incubation.service.mentoring': 'Mentoring',
  'incubation.service.training': 'Training',
  'incubation.service.seat': 'Seat',
  'incubation.service.finance_trusteeship': 'Finance trusteeship',
  'incubation.service.registration_coaching': 'Registration coaching',
  'incubation.service.resource_introduction': 'Resource introduction',

  'incubation.fundedProjects.none': 'No funded project is running',
  'incubation.fundedProjects.running':
    'Funded projects are running; there is a plan to settle or transfer them',

  'incubation.group.baseline': 'Self-assessment on entry (diagnosis)',
  'incubation.group.plan': 'Term and plan',
  'incubation.group.mentorAndSeat': 'Mentor and seat',

  'incubation.hint.milestonesOfExtension':
    'Months count from today: 6 is done in the sixth month; what the plan before left open is not carried over, list again what remains to be done',
  'incubation.hint.milestones':
    'Months count from the day the plan begins: 6 means by the end of the sixth month',
  'incubation.hint.settlementPlan': 'Needed when funded projects are running',
  'incubation.hint.rectificationFinding': 'Say what you looked at and whether it is mended',

  'incubation.field.baseline.fullTime': 'Full-time staff',
  'incubation.field.baseline.volunteers': 'Volunteers',
  'incubation.field.baseline.projects': 'Service projects delivered',
  'incubation.field.baseline.coreRules': 'Core rules in place',
  'incubation.field.baseline.charter': 'Is there a charter?',
  'incubation.field.baseline.registered': 'Is it registered?',
  'incubation.field.baseline.account': 'Has it an account of its own, or trusteeship?',
  'incubation.field.baseline.partyWork': 'Is there Party building work?',
  'incubation.field.baselineDocument': 'Self-assessment form (signed or sealed)',
  'incubation.field.termMonths': 'Term (months)',
  'incubation.field.milestones': 'Milestones',
  'incubation.field.goal': 'Goal',
  'incubation.field.indicator': 'Indicator',
  'incubation.field.month': 'Due in month',
  'incubation.field.planDocument': 'Signed plan',
  'incubation.field.planSigned': 'Both sides have signed the plan',
  'incubation.field.mentor': 'Mentor',
  'incubation.field.seatHandedOver': 'Seat and keys are handed over',
  'incubation.field.milestone': 'The milestone that was reached',
  'incubation.field.reachedOn': 'Reached on',
  'incubation.field.reachedNote': 'How it was reached',
  'incubation.field.reachedDocuments': 'Evidence',
  'incubation.field.service': 'Kind of service',
  'incubation.field.serviceOn': 'Date',
  'incubation.field.serviceNote': 'What was done',
  'incubation.field.hours': 'Hours',
  'incubation.field.documents': 'Record or photographs',
  'incubation.field.ground': 'Ground',
  'incubation.field.findings': 'Findings',
  'incubation.field.finding': 'Finding',
  'incubation.field.findingDue': 'To be mended by',
  'incubation.field.findingEvidence': 'Evidence that it is mended',
  'incubation.field.orderDocument': 'What it rests on',
  'incubation.field.signOrder': 'I agree with the proposal and sign the order',
  'incubation.field.rectificationFinding': 'What was found',
  'incubation.field.until': 'Paused until',
  'incubation.field.months': 'Months of extension',
  'incubation.field.goals': 'Goals of the extension',
  'incubation.field.fundedProjects': 'Funded projects',
  'incubation.field.settlementPlan': 'Plan to settle or transfer',
  'incubation.field.proof': 'Proof',
  'incubation.field.evidence': 'Evidence',
  'incubation.field.handover.keys': 'Keys returned',
  'incubation.field.handover.property': 'Property counted and returned',
  'incubation.field.handover.files': 'Files handed over',
  'incubation.field.handover.projectsSettled': 'Projects settled or transferred',
  'incubation.field.handover.nothingOwed': 'Nothing owed, nothing left open',
  'incubation.field.handoverDocument': 'Hand-over sheet signed by both',

  'refusal.incubation.baselineMissing':
    'Upload the self-assessment form: the term can begin once it is there',
  'refusal.incubation.milestonesMissing': 'The plan needs at least one milestone',
  'refusal.incubation.milestoneBeyondTerm':
    'A milestone cannot lie beyond the term of {months, plural, one {one month} other {# months}}',
  'refusal.incubation.planUnsigned': 'Upload the signed plan and tick that both sides have signed it',
  'refusal.incubation.noMentor': 'There is no mentor to choose: the administrator enters mentors first',
  'refusal.incubation.mentorMissing': 'Choose a mentor',
  'refusal.incubation.mentorInConflict':
    '{name} has a conflict of interest with this organization: choose another mentor',
  'refusal.incubation.mentorAlready': '{name} is the mentor already; choose somebody else',
  'refusal.incubation.noMilestoneOpen': 'The plan that counts now has no milestone left to reach',
  'refusal.incubation.milestoneReached': 'Choose a milestone that has not been reached yet',
  'refusal.incubation.reachedAhead': 'The day on which it was reached cannot be later than today',
  'refusal.incubation.seatNotHandedOver':
    'On-site residency: the term can begin once seat and keys are handed over',
  'refusal.incubation.termBeyondCap': 'A term has {cap} months at most',
  'refusal.incubation.noTerm': 'The term has not begun',
  'refusal.incubation.midtermHeld': 'The mid-term evaluation was held already',
  'refusal.incubation.midtermTooEarly': 'The mid-term evaluation can start from {from} on',
  'refusal.incubation.finalTooEarly': 'The final evaluation can start from {from} on',
  'refusal.incubation.evaluationOpen': 'Another evaluation is open: it has to end first',
  'refusal.incubation.belowMidtermPass':
    'The mid-term evaluation was not taken part in, or its score is below {pass}',
  'refusal.incubation.belowGraduationPass':
    'The final evaluation was not taken part in, or its score is below {pass}',
  'refusal.incubation.mustHaveMissing': 'A must-have is missing: it cannot graduate',
  'refusal.incubation.graduationWithoutEvaluation':
    'Graduation rests on a final evaluation that reached the mark with every must-have',
  'refusal.incubation.pauseUsed': 'One pause is possible, and it was used',
  'refusal.incubation.pauseAskedAlready': 'A pause was asked for already: the director answers first',
  'refusal.incubation.pauseNotAsked': 'The lead has not asked for a pause; once they do, it can be granted',
  'refusal.incubation.pauseTooLong':
    'A pause lasts {months, plural, one {one month} other {# months}} at most, until {last}',
  'refusal.incubation.extensionTooLate':
    'An extension is asked for {days} days before the end: {last} was the last day',
  'refusal.incubation.alreadyExtended': 'The term was extended already',
  'refusal.incubation.rectificationProposed': 'A proposed rectification is open: it has to be settled first',
  'refusal.incubation.noExtensionLeft':
    'No extension is left: {most, plural, one {one} other {#}} at most, and {cap} planned months in all',
  'refusal.incubation.extensionBeyondCap':
    'At most {most, plural, =0 {no month} one {one month} other {# months}} this time: {cap} planned months in all',
  'refusal.incubation.milestoneBeyondExtension':
    'No milestone may lie beyond the end of the extension, {last}',
  'refusal.incubation.goalsMissing': 'Write the goals of the extension and at least one milestone',
  'refusal.incubation.managerMustPropose':
    'The incubation manager names ground and findings first; then the director can sign',
  'refusal.incubation.groundMissing': 'Choose the ground of the order',
  'refusal.incubation.findingsMissing': 'Write at least one finding',
  'refusal.incubation.findingDates': 'Each finding is to be mended between {from} and {last}',
  'refusal.incubation.nothingProposed': 'No order is waiting to be signed',
  'refusal.incubation.nothingAnswered': 'Answer at least one finding',
  'refusal.incubation.answerWithoutEvidence':
    '{count, plural, one {One answer has} other {# answers have}} no evidence yet: attach it to go on',
  'refusal.incubation.findingsOpen':
    '{count, plural, one {One finding has} other {# findings have}} no answer with evidence yet',
  'refusal.incubation.managerMustVouch':
    'The incubation manager looks at the rectification first; then the director can accept it',
  'refusal.incubation.settlementPlanMissing':
    'Funded projects are running: upload the plan to settle or transfer them',
  'refusal.incubation.revocationUnproven': 'Choose the ground and upload the proof',
  'refusal.incubation.leftVoluntarily': 'Who left of their own will has no decision to appeal against',
  'refusal.incubation.appealUsed': 'There was one appeal already',
  'refusal.incubation.appealTimeOver': 'The time to appeal has passed',
  'refusal.incubation.appealStillPossible':
    'The lead may still appeal (within {days} working days): the hand-over can be completed when that time is over or the appeal is settled',
  'refusal.incubation.youDecidedIt': 'You decided on the exit: another supervisor reviews it',
  'refusal.incubation.handoverOpen':
    '{count, plural, one {One line is} other {# lines are}} not handed over yet',
  'refusal.incubation.handoverUndocumented': 'Upload the hand-over sheet signed by both',
} as const satisfies Record<keyof typeof zh, string>;
