import { numberOf } from '#app/domain/forms/values.ts';
import type { ProgressReportContext } from '#app/domain/lifecycles/progress-report/facts.ts';
import { requestAmendment } from '#app/operations/request-amendment.server.ts';
import { reportsOfIncubation } from '#db/reads/reports.server.ts';
import type { Scene } from './scene.server.ts';

/** How far the amendment of a report has come on the day on which the demo is made. */
export type AmendmentEnd = 'asked' | 'amending' | 'refused' | 'accepted';

/** The lead finds a mistake in the first report that was accepted, and asks on a day that it may be amended. */
export async function* amending(
  scene: Scene,
  askedOn: string,
  end: AmendmentEnd,
): AsyncGenerator<string, void, void> {
  const { stage } = scene;
  yield scene.on(askedOn);
  const reports = await reportsOfIncubation(stage.house.store.read, scene.ids.get('incubation') as string);
  const first = reports.find((r) => r.state === 'accepted' && r.context.period.kind === 'quarterly');
  if (first === undefined) throw new Error(`${scene.cast.key} has no accepted report on ${askedOn}`);
  const asked = await requestAmendment(stage.house, {
    reportId: first.id,
    input: {
      fields: ['activities', 'volunteerHours'],
      reason: '核对签到表时发现漏记一场敬老活动，活动场次和志愿服务时长少报。',
    },
    actor: await stage.as(scene.lead),
    requestId: 'demo',
  });
  if (!asked.ok) throw new Error(asked.refusals.map((r) => r.code).join(', '));
  const { id } = asked.value;
  if (end === 'asked') return;
  yield scene.after(1);
  if (end === 'refused') {
    await stage.act(scene.manager, 'progress_report', id, 'refuse_amendment', {
      reason: '该场活动在下一季度的报告中已经填报，不再重复计入。',
    });
    return;
  }
  await stage.act(scene.manager, 'progress_report', id, 'allow_amendment', { note: '请附签到表。' });
  if (end === 'amending') return;
  yield scene.after(1);
  const { draft } = await stage.contextOf<ProgressReportContext>('progress_report', id);
  await stage.act(
    scene.lead,
    'progress_report',
    id,
    'edit',
    {
      activities: (numberOf(draft, 'activities') ?? 0) + 1,
      volunteerHours: (numberOf(draft, 'volunteerHours') ?? 0) + 12,
    },
    { evidence: ['activityRecord', 'photo-activity'] },
  );
  await stage.act(scene.lead, 'progress_report', id, 'submit', { truth: true });
  yield scene.after(2);
  await stage.act(scene.manager, 'progress_report', id, 'accept', { note: '与签到表核对一致。' });
}
