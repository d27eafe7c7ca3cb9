import type { progressReport as zh } from '../zh-CN/progress-report.ts';

/** Words of a progress report. */
export const progressReport = {
  'progress_report.title': 'Progress report',
  'progress_report.list': 'Progress reports',
  'progress_report.list.lead':
    'An incubation reports each quarter and once a year. All reports that you may see are listed here.',
  'progress_report.begin.done': 'laid out this report',
  'progress_report.import.done': 'brought in from earlier records',

  'progress_report.kind.monthly': 'Monthly report',
  'progress_report.kind.quarterly': 'Quarterly report',
  'progress_report.kind.halfyearly': 'Half-yearly report',
  'progress_report.kind.yearly': 'Annual report',
  'progress_report.kind.amendment': 'Amendment',

  'progress_report.state.scheduled': 'Not yet open',
  'progress_report.state.open': 'To be filled in',
  'progress_report.state.draft': 'Being filled in',
  'progress_report.state.submitted': 'Submitted',
  'progress_report.state.returned': 'Returned',
  'progress_report.state.overdue': 'Overdue',
  'progress_report.state.accepted': 'Accepted',
  'progress_report.state.waived': 'Waived',
  'progress_report.state.amendment_asked': 'Amendment asked for',
  'progress_report.state.amending': 'Being amended',
  'progress_report.state.not_amended': 'Not amended',

  'progress_report.event.edit': 'Fill in the report',
  'progress_report.event.edit.submit': 'Save the report',
  'progress_report.event.edit.done': 'filled in the report',
  'progress_report.event.edit.hint':
    'Save whenever you like, complete or not. Nobody is told before you submit.',
  'progress_report.event.submit': 'Submit the report',
  'progress_report.event.submit.done': 'submitted the report',
  'progress_report.event.submit.hint':
    'The version that you submit is kept as it is. The incubation manager is told.',
  'progress_report.event.submit_late': 'Submit the overdue report',
  'progress_report.event.submit_late.done': 'submitted the overdue report',
  'progress_report.event.submit_late.hint':
    'Say why it is late; the days are counted. The incubation manager and the director are told.',
  'progress_report.event.resubmit': 'Submit again',
  'progress_report.event.resubmit.done': 'submitted the report again',
  'progress_report.event.resubmit.hint':
    'Mend the report first, then answer each comment. The earlier version is kept and the incubation manager is told.',
  'progress_report.event.return': 'Return the report',
  'progress_report.event.return.done': 'returned the report',
  'progress_report.event.return.hint':
    'Write your comment at each field that needs mending and leave the others blank; three times at most. The lead and the staff are told.',
  'progress_report.event.accept': 'Accept the report',
  'progress_report.event.accept.done': 'accepted the report',
  'progress_report.event.accept.hint':
    'Its figures are added up and it cannot be changed any more. The lead and the mentor are told.',
  'progress_report.event.allow_amendment': 'Allow the amendment',
  'progress_report.event.allow_amendment.done': 'allowed the amendment',
  'progress_report.event.allow_amendment.hint':
    'The lead and staff may change what is listed and hand it in, within the time for handing in again; after that it is not amended. They are told.',
  'progress_report.event.refuse_amendment': 'Refuse the amendment',
  'progress_report.event.refuse_amendment.done': 'refused the amendment',
  'progress_report.event.refuse_amendment.hint':
    'The figures of the accepted report stand. The lead and staff are told.',
  'progress_report.event.drop_amendment': 'Drop the amendment',
  'progress_report.event.drop_amendment.done': 'dropped the amendment',
  'progress_report.event.drop_amendment.hint':
    'The figures of the accepted report stand. The manager and staff are told.',
  'progress_report.event.waive': 'Waive the report',
  'progress_report.event.waive.done': 'waived the report',
  'progress_report.event.waive.hint':
    'It need not be handed in any more; this cannot be undone. The lead and the incubation manager are told.',
  'progress_report.event.move_due_date': 'Move the due date',
  'progress_report.event.move_due_date.done': 'moved the due date',
  'progress_report.event.move_due_date.hint': 'The reminders move with it. The lead is told.',
  'progress_report.event.reassign': 'Reassign the incubation manager',
  'progress_report.event.reassign.done': 'reassigned the incubation manager',
  'progress_report.event.reassign.hint':
    'The new manager is responsible from now on. Both can read the history.',

  'progress_report.systemEvent.incubation_paused.done': 'stopped its clocks with the pause of the incubation',
  'progress_report.systemEvent.incubation_resumed.done': 'went on with the incubation',
  'progress_report.systemEvent.plan_changed.done': 'took over the indicators of the new plan',
  'progress_report.systemEvent.mentor_changed.done': 'mentor changed: the new one reads it from now on',
  'progress_report.systemEvent.waive_ended.done': 'was waived because the incubation ended',

  'progress_report.timer.periodEnd': 'the period ended and the report opened',
  'progress_report.timer.due': 'the due date passed without a report; the director was told',
  'progress_report.timer.remindWeekBefore': 'reminder: due in 7 days',
  'progress_report.timer.remindDayBefore': 'reminder: due tomorrow',
  'progress_report.timer.remindDayAfter': 'reminder: one day overdue',
  'progress_report.timer.remindFifthDay': 'reminder: five days overdue',
  'progress_report.timer.resubmitDays':
    'the time to submit again passed and the report is overdue; the director was told',
  'progress_report.timer.reportReadDays': 'the report was not read in time; the director was told',

  'progress_report.deadline.periodEnd': 'Period ends',
  'progress_report.deadline.due': 'Report due',
  'progress_report.deadline.remindWeekBefore': 'Reminder 7 days before',
  'progress_report.deadline.remindDayBefore': 'Reminder the day before',
  'progress_report.deadline.remindDayAfter': 'Reminder the day after',
  'progress_report.deadline.remindFifthDay': 'Reminder on the fifth day after',
  'progress_report.deadline.resubmitDays': 'Submit again by',
  'progress_report.deadline.reportReadDays': 'To be read by',

  'progress_report.wait.edit': 'Fill in and submit the report',
  'progress_report.wait.submit': 'Complete and submit the report',
  'progress_report.wait.accept': 'Read the report',
  'progress_report.wait.allow_amendment': 'Answer the request to amend',

  'progress_report.group.work': 'Work',
  'progress_report.group.figures': 'Figures',
  'progress_report.group.money': 'Expenses',
  'progress_report.group.progress': 'Progress and plan',
  'progress_report.group.evidence': 'Evidence',

  'progress_report.field.summary': 'Summary',
  'progress_report.field.activities': 'Activities',
  'progress_report.field.personTimes': 'Person-times',
  'progress_report.field.persons': 'Persons served',
  'progress_report.field.cumulativePersons': 'Persons served since the beginning',
  'progress_report.field.volunteers': 'Volunteers',
  'progress_report.field.cumulativeVolunteers': 'Volunteers since the beginning',
  'progress_report.field.volunteerHours': 'Volunteer hours',
  'progress_report.field.registered': 'Registered for activities',
  'progress_report.field.attended': 'Attended activities',
  'progress_report.field.attendanceExplanation': 'Why more attended than registered',
  'progress_report.field.expenses': 'Expenses of the period',
  'progress_report.field.ledgerExpenses': 'Expenses of the period by the ledger',
  'progress_report.field.ledgerExtract': 'Extract of the ledger',
  'progress_report.field.resources': 'Resources linked',
  'progress_report.field.problems': 'Problems and measures',
  'progress_report.field.nextPlan': 'Plan for the next period',
  'progress_report.field.indicators': 'Indicators',
  'progress_report.field.indicator': 'Indicator',
  'progress_report.field.plan': 'Plan',
  'progress_report.field.actual': 'Actual',
  'progress_report.field.explanation': 'Explanation',
  'progress_report.field.evidence': 'Photographs, sign-in sheets and the like',
  'progress_report.field.truth': 'The figures and documents are true and complete',
  'progress_report.field.dueOn': 'New due date',
  'progress_report.field.amended': 'What is to be amended',
  'progress_report.field.amendmentReason': 'Why it is to be amended',

  'progress_report.hint.summary': 'At least 50 characters when it is submitted',
  'progress_report.hint.personTimes': 'Who comes three times counts three times; do not mix with persons',
  'progress_report.hint.cumulative':
    'From the beginning of the incubation to the end of this period, each person once',
  'progress_report.hint.attendanceExplanation': 'Leave blank unless more attended than registered',
  'progress_report.hint.ledgerExpenses':
    'As finance reads it from the ledger; has to equal the expenses above',
  'progress_report.hint.resources': 'Cash, goods (valued), venues and so on, with their source',
  'progress_report.hint.indicators': 'Explain what is below half of the plan or above one and a half times',
  'progress_report.hint.evidence': 'At least one when there were activities; please show no faces of minors',
  'progress_report.hint.amended':
    'What hangs together (expenses and the ledger, say) is opened together; evidence may always be added',

  'refusal.progress_report.missing.summary': 'The summary is missing or shorter than {min} characters',
  'refusal.progress_report.missing.activities': 'Activities are not filled in; 0 if there were none',
  'refusal.progress_report.missing.personTimes': 'Person-times are not filled in; 0 if there were none',
  'refusal.progress_report.missing.persons': 'Persons served are not filled in; 0 if there were none',
  'refusal.progress_report.missing.volunteers': 'Volunteers are not filled in; 0 if there were none',
  'refusal.progress_report.missing.volunteerHours': 'Volunteer hours are not filled in; 0 if there were none',
  'refusal.progress_report.missing.registered': 'Who registered is not filled in; 0 if nobody did',
  'refusal.progress_report.missing.attended': 'Who attended is not filled in; 0 if nobody did',
  'refusal.progress_report.missing.expenses': 'Expenses are not filled in; 0 if there were none',
  'refusal.progress_report.missing.ledgerExpenses':
    'Expenses by the ledger are not filled in; 0 if there were none',
  'refusal.progress_report.missing.cumulativePersons': 'Persons served since the beginning are not filled in',
  'refusal.progress_report.missing.cumulativeVolunteers': 'Volunteers since the beginning are not filled in',
  'refusal.progress_report.missing.nextPlan': 'The plan for the next period is not written',
  'refusal.progress_report.missing.indicators':
    'Some indicators have no planned or actual figure yet; enter 0 where nothing was reached',
  'refusal.progress_report.missing.ledgerExtract': 'There were expenses: upload an extract of the ledger',
  'refusal.progress_report.negative': 'No figure may be below 0',
  'refusal.progress_report.cumulativeFalls.persons':
    'Persons since the beginning cannot be below {least}: neither below this period nor below the last report',
  'refusal.progress_report.cumulativeFalls.volunteers':
    'Volunteers since the beginning cannot be below {least}: neither below this period nor below the last report',
  'refusal.progress_report.attendanceUnexplained':
    '{attended} attended and {registered} registered: explain why',
  'refusal.progress_report.ledgerDiffers':
    'Expenses and ledger differ by {amount} yuan: they have to agree before you submit',
  'refusal.progress_report.evidenceMissing': 'There were activities: attach at least one piece of evidence',
  'refusal.progress_report.indicatorsUnexplained':
    '{count, plural, one {One indicator is} other {# indicators are}} below {low} % or above {high} % of the plan: explain each',
  'refusal.progress_report.yearDiffers.activities': 'The year’s activities are the sum of its periods: {sum}',
  'refusal.progress_report.yearDiffers.personTimes':
    'The year’s person-times are the sum of its periods: {sum}',
  'refusal.progress_report.yearDiffers.volunteerHours':
    'The year’s volunteer hours are the sum of its periods: {sum}',
  'refusal.progress_report.yearDiffers.expenses':
    'The year’s expenses are the sum of its periods: {sum} yuan',
  'refusal.progress_report.lateWithoutReason': 'Say why it is late',
  'refusal.progress_report.commentsUnanswered':
    '{count, plural, one {One comment is} other {# comments are}} not answered yet',
  'refusal.progress_report.nothingCommented': 'Write a comment at one field at least',
  'refusal.progress_report.roundsUsed':
    'It was returned {rounds, plural, one {once} other {# times}} already and cannot be returned again',
  'refusal.progress_report.earlierOpen':
    '{count, plural, one {One earlier report is} other {# earlier reports are}} neither accepted nor waived: reports are accepted in their order',
  'refusal.progress_report.periodNotPaused':
    'The incubation manager can waive a report only when its whole period was paused; else the director decides',
  'refusal.progress_report.reasonMissing': 'Give a reason',
  'refusal.progress_report.dueAlready': 'The report was due before the incubation ended',
  'refusal.progress_report.dateTooEarly':
    'The new due date has to lie after today and after the end of the period ({end})',
  'refusal.progress_report.cumulativeOvertakes.persons':
    'Persons so far cannot be more than {most}: the next accepted report counts up to {most}. Amend that one first.',
  'refusal.progress_report.cumulativeOvertakes.volunteers':
    'Volunteers so far cannot be more than {most}: the next accepted report counts up to {most}. Amend that one first.',
  'refusal.progress_report.nothingAmended':
    'Nothing has been changed yet; change what is wrong before you submit',
  'refusal.progress_report.amendTheFirst':
    'This is an amendment report; ask for another one on the page of the first report',
  'refusal.progress_report.notAccepted': 'Only a report that was accepted can be amended',
  'refusal.progress_report.amendmentOpen':
    'An amendment of this report is under way; another one can be asked for once it has ended',
  'refusal.progress_report.amendmentUnnamed': 'Choose what is to be amended, and say why',
} as const satisfies Record<keyof typeof zh, string>;
