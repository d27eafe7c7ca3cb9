import type { evaluation as zh } from '../zh-CN/evaluation.ts';

/** Words of an evaluation: mid-term, final and special. */
export const evaluation = {
  'evaluation.title': 'Evaluation',
  'evaluation.list': 'Evaluations',
  'evaluation.list.lead': 'Mid-term, final and special evaluations. All that you may see are listed here.',
  'evaluation.begin.done': 'began to plan the evaluation',
  'evaluation.import.done': 'brought in from earlier records',
  'evaluation.kind.midterm': 'Mid-term evaluation',
  'evaluation.kind.final': 'Final evaluation',
  'evaluation.kind.special': 'Special evaluation',

  'evaluation.state.planned': 'Being planned',
  'evaluation.state.announced': 'Announced',
  'evaluation.state.self_assessing': 'Self-assessment',
  'evaluation.state.material_check': 'Material check',
  'evaluation.state.onsite': 'Visit',
  'evaluation.state.scoring': 'Being scored',
  'evaluation.state.moderating': 'Moderation',
  'evaluation.state.result_notice': 'Result on public notice',
  'evaluation.state.appealed': 'Appeal under review',
  'evaluation.state.confirmed': 'Confirmed',
  'evaluation.state.non_participation': 'Did not take part',
  'evaluation.state.cancelled': 'Cancelled',

  'evaluation.event.announce': 'Announce the evaluation',
  'evaluation.event.announce.done': 'announced the evaluation',
  'evaluation.event.announce.hint':
    'From now on the rubric stays as it is, and the time for the self-assessment counts from today. The lead, the assessors and the director are told.',
  'evaluation.event.cancel': 'Cancel the evaluation',
  'evaluation.event.cancel.done': 'cancelled the evaluation',
  'evaluation.event.cancel.hint':
    'This evaluation ends and cannot be taken up again. The lead, the incubation manager and the assessors are told.',
  'evaluation.event.start_self_assessment': 'Begin the self-assessment',
  'evaluation.event.start_self_assessment.done': 'began the self-assessment',
  'evaluation.event.start_self_assessment.hint':
    'The time still counts from the announcement. The incubation manager is told.',
  'evaluation.event.extend_self_assessment': 'Extend the self-assessment',
  'evaluation.event.extend_self_assessment.done': 'extended the self-assessment',
  'evaluation.event.extend_self_assessment.hint': 'Five working days more, once. The lead is told.',
  'evaluation.event.declare': 'Declare conflicts of interest',
  'evaluation.event.declare.done': 'declared whether there is a conflict of interest',
  'evaluation.event.declare.hint':
    'Only who has declared can take part. Whoever steps back takes no further part in this evaluation. The incubation manager is told.',
  'evaluation.event.request_recusal': 'Ask for a recusal',
  'evaluation.event.request_recusal.done': 'asked for a recusal',
  'evaluation.event.request_recusal.hint':
    'Within two working days after the names were shown. The director answers; the director and the manager are told.',
  'evaluation.event.answer_recusal': 'Answer the request for recusal',
  'evaluation.event.answer_recusal.done': 'answered the request for recusal',
  'evaluation.event.answer_recusal.hint':
    'When it is granted, the assessor steps back and the manager fills the seat. The lead and the manager are told.',
  'evaluation.event.recuse': 'Record a recusal',
  'evaluation.event.recuse.done': 'recorded a recusal',
  'evaluation.event.recuse.hint':
    'The assessor takes no further part, a sheet that is not locked is dropped, and the place is to be filled. The incubation manager and the director are told.',
  'evaluation.event.replace_assessor': 'Replace an assessor',
  'evaluation.event.replace_assessor.done': 'replaced an assessor',
  'evaluation.event.replace_assessor.hint':
    'The new assessor can score after declaring that there is no conflict. The lead and the assessors are shown the new name.',
  'evaluation.event.submit_self_assessment': 'Submit the self-assessment',
  'evaluation.event.submit_self_assessment.done': 'submitted the self-assessment',
  'evaluation.event.submit_self_assessment.hint':
    'Every item is answered, and every dimension with points has evidence. It goes on to the material check and the incubation manager is told.',
  'evaluation.event.return_material': 'Ask for more material',
  'evaluation.event.return_material.done': 'asked for more material',
  'evaluation.event.return_material.hint':
    'Possible once, so list everything. When the date passes, the evaluation goes on with what there is. The lead receives the list.',
  'evaluation.event.pass_material': 'Pass the material',
  'evaluation.event.pass_material.done': 'passed the material',
  'evaluation.event.pass_material.hint': 'The visit comes next. The lead and the assessors are told.',
  'evaluation.event.desk_only': 'Score without a visit',
  'evaluation.event.desk_only.done': 'went on to scoring without a visit',
  'evaluation.event.desk_only.hint':
    'Only for a mid-term evaluation whose plan says that the files suffice. The score sheets open; the lead and the assessors are told.',
  'evaluation.event.record_visit': 'Record the visit',
  'evaluation.event.record_visit.done': 'recorded the visit',
  'evaluation.event.record_visit.hint':
    'The score sheets open. The lead and the incubation manager are told.',
  'evaluation.event.save_sheet': 'Save the draft',
  'evaluation.event.save_sheet.done': 'saved a draft of a score sheet',
  'evaluation.event.save_sheet.hint':
    'Keeps what is filled in so far, whole or not; go on until the sheet is locked.',
  'evaluation.event.score.submit': 'Lock and submit',
  'evaluation.event.score': 'Score',
  'evaluation.event.score.done': 'locked a score sheet',
  'evaluation.event.score.hint':
    'You can do this in several sittings: save the draft and go on later. A locked sheet cannot be changed. Until you lock yours nobody sees it, and you see nobody else’s.',
  'evaluation.event.close_scoring': 'Close the scoring',
  'evaluation.event.close_scoring.done': 'closed the scoring and put the scores together',
  'evaluation.event.close_scoring.hint':
    'The score is the mean of all locked sheets; from five sheets on, one highest and one lowest are dropped. Moderation comes next; the director and the assessors are told.',
  'evaluation.event.adjust': 'Adjust the score',
  'evaluation.event.adjust.done': 'adjusted the score after moderation',
  'evaluation.event.adjust.hint':
    'Asked for by the lead assessor, agreed to by more than half of the team, five points in all at most. What stood before and after is kept with the reason. The director, the incubation manager and the assessors are told.',
  'evaluation.event.finalise': 'Settle and publish the result',
  'evaluation.event.finalise.done': 'settled the result; its public notice began',
  'evaluation.event.finalise.hint':
    'The result is published at once, and the organization may appeal while the notice runs. The lead, the incubation manager and the assessors are told.',
  'evaluation.event.appeal': 'Appeal against the result',
  'evaluation.event.appeal.done': 'appealed against the result',
  'evaluation.event.appeal.hint':
    'Each item once. The clock of the notice stops and the supervisor reviews. The incubation manager and the director are told.',
  'evaluation.event.revise_result': 'Revise the result',
  'evaluation.event.revise_result.done': 'revised the result after review',
  'evaluation.event.revise_result.hint':
    'With at least two assessors who were not of the first team. Both results are kept and the new one is published. The lead, the incubation manager, the director and the assessors are told.',
  'evaluation.event.reject_appeal': 'Keep the result',
  'evaluation.event.reject_appeal.done': 'kept the result after review',
  'evaluation.event.reject_appeal.hint':
    'Needs a written finding. The notice goes on for at least two days. The lead, the incubation manager and the director are told.',
  'evaluation.event.reassign': 'Reassign the incubation manager',
  'evaluation.event.reassign.done': 'reassigned the incubation manager',
  'evaluation.event.reassign.hint': 'The new manager is responsible from now on. Both can read the history.',
  'evaluation.systemEvent.incubation_ended.done': 'was cancelled because the incubation ended',

  'evaluation.timer.selfAssessmentDays':
    'the time for the self-assessment passed; it counts as not taken part',
  'evaluation.timer.materialDays': 'the time for more material passed; it goes on with what there is',
  'evaluation.timer.resultNoticeDays': 'the notice ended and the result was confirmed',
  'evaluation.timer.appealReviewDays': 'the review of the appeal is late; the director was told',
  'evaluation.deadline.selfAssessmentDays': 'Self-assessment due',
  'evaluation.deadline.materialDays': 'Material due',
  'evaluation.deadline.visit': 'Visit on',
  'evaluation.deadline.resultNoticeDays': 'Notice ends',
  'evaluation.deadline.appealReviewDays': 'Review of the appeal due',

  'evaluation.verdict.passed': 'Passed',
  'evaluation.verdict.failed': 'Not passed',
  'evaluation.verdict.graduates': 'Ready to graduate',
  'evaluation.verdict.conditional': 'Conditional',
  'evaluation.verdict.exits': 'To exit',

  'evaluation.declaration.none': 'No conflict of interest; I take part',
  'evaluation.declaration.recuse': 'There is a conflict of interest; I step back',
  'evaluation.conflictKnown': 'Known conflict of interest',
  'evaluation.direction.up': 'Up',
  'evaluation.direction.down': 'Down',
  'evaluation.evidence.hint':
    'Needed where this dimension has points. {before, plural, =0 {Nothing was handed in before.} one {One file was handed in before and need not be sent again.} other {# files were handed in before and need not be sent again.}}',

  'evaluation.field.rubric': 'Rubric',
  'evaluation.field.plan': 'Plan of the evaluation',
  'evaluation.field.assessors': 'Assessors',
  'evaluation.field.leadAssessor': 'Lead assessor',
  'evaluation.field.readsAccounts': 'Who reads the accounts',
  'evaluation.field.visitOn': 'Date of the visit',
  'evaluation.field.deskOnly': 'The files may suffice, without a visit',
  'evaluation.field.confidential': 'I keep the evaluation, the scores and the discussion confidential',
  'evaluation.field.replacementReadsAccounts': 'Can the new assessor read the accounts?',
  'evaluation.field.list': 'What is missing',
  'evaluation.field.dueOn': 'New date',
  'evaluation.field.dueOn.hint': 'Five working days when left empty',
  'evaluation.field.visitedOn': 'Date',
  'evaluation.field.attendees': 'Who was present',
  'evaluation.field.photographs': 'Photographs',
  'evaluation.field.notes': 'Notes',
  'evaluation.field.direction': 'Direction',
  'evaluation.field.points': 'Points',
  'evaluation.field.agreeing': 'Assessors who agree',
  'evaluation.field.discussion': 'What the team discussed',
  'evaluation.field.items': 'Items appealed against',
  'evaluation.field.appealEvidence': 'Documents for the appeal',
  'evaluation.field.team': 'Assessors of the review',
  'evaluation.field.revisedScore': 'Revised score',

  'refusal.evaluation.recusalWindowOver':
    'A recusal can be asked for once per assessor, within two working days after the name was shown, while the sheet is open',
  'refusal.evaluation.noRecusalAsked': 'No request for recusal is waiting for an answer',
  'refusal.evaluation.recusalUnanswered':
    'A request for recusal is open: scoring can be closed once the director has answered',
  'refusal.evaluation.noRubric': 'There is no rubric to go by. The director has to publish one first',
  'refusal.evaluation.rubricScale': 'An evaluation needs a rubric of 100 points; this one has {max}',
  'refusal.evaluation.rubricUnsound':
    'The weights of the rubric do not sum to its maximum, or it is not complete. Correct and publish it first',
  'refusal.evaluation.tooFewAssessors': 'At least {least} assessors are needed; there are {count}',
  'refusal.evaluation.notACandidate':
    'Somebody chosen is not among the assessors to choose from, or was part of this evaluation before',
  'refusal.evaluation.assessorInConflict':
    '{name} has a conflict of interest with this organization; choose somebody else',
  'refusal.evaluation.assessorManages':
    '{name} is responsible for this incubation and cannot be an assessor as well',
  'refusal.evaluation.nobodyReadsAccounts': 'One of the assessors has to read the accounts',
  'refusal.evaluation.leadNotOnTeam': 'The lead assessor has to be one of the assessors chosen',
  'refusal.evaluation.visitTooSoon':
    'Notice of {days} working days is needed; {earliest} is the earliest date',
  'refusal.evaluation.alreadyDeclared':
    'You are not an assessor whose declaration is open, or have declared already',
  'refusal.evaluation.sheetLocked':
    'The sheet is locked: it can no longer be changed, nor its assessor step back',
  'refusal.evaluation.noSeatToFill':
    'No place is free, and an assessor with a locked sheet cannot be replaced',
  'refusal.evaluation.youAreAnAssessor':
    'You are an assessor of this evaluation; somebody else has to do this',
  'refusal.evaluation.declareFirst':
    'Only an assessor of this evaluation who has declared that there is no conflict can do this',
  'refusal.evaluation.leadAssessorOnly': 'Only the lead assessor, {name}, can do this',
  'refusal.evaluation.returnedDateStands': 'More material was asked for by {dueOn}; that date stands',
  'refusal.evaluation.extendedOnce': 'The self-assessment can be extended once, and it was',
  'refusal.evaluation.materialReturned':
    'The self-assessment was submitted and only returned for material; this is not absence',
  'refusal.evaluation.evidenceMissing': 'This dimension has points: add evidence for it',
  'refusal.evaluation.returnedOnce': 'Material can be asked for once, and it was',
  'refusal.evaluation.dateNotAhead': 'The new date has to lie after today',
  'refusal.evaluation.visitNeeded': 'Only a mid-term evaluation whose plan says so can do without a visit',
  'refusal.evaluation.visitAhead': 'The date cannot lie after today',
  'refusal.evaluation.sheetsOpen':
    '{count, plural, one {One sheet is not locked} other {# sheets are not locked}}',
  'refusal.evaluation.tooFine': 'The points have to be within range, with two decimals at most',
  'refusal.evaluation.nothingAdjusted': 'Give the points, or settle a must-have on which the sheets differ',
  'refusal.evaluation.adjustedTooFar':
    'All adjustments together are limited to {most} points, within the scale',
  'refusal.evaluation.noMajority': 'More than half of the team has to agree: {agreeing} of {team} do',
  'refusal.evaluation.spreadNotDiscussed':
    'The sheets differ by {spread} points, more than 20: write down what was discussed',
  'refusal.evaluation.nothingAppealed': 'Choose the items that you appeal against',
  'refusal.evaluation.appealedOnce': 'Each item can be appealed against once, and it was',
  'refusal.evaluation.secondTeamTooSmall': 'At least {least} assessors are needed for the review',
  'refusal.evaluation.ofTheFirstTeam': '{name} was of the first team and cannot review',
  'refusal.evaluation.reasonMissing': 'Say why a special evaluation is needed',
  'refusal.evaluation.incubationEnded': 'This incubation has ended; no special evaluation can be opened',
  'refusal.evaluation.specialOpen': 'A special evaluation is under way; it has to end first',
} as const satisfies Record<keyof typeof zh, string>;
