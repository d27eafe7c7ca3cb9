import { beginApplication } from '#app/domain/lifecycles/application/begin.ts';
import { beginEvaluation } from '#app/domain/lifecycles/evaluation/begin.ts';
import { beginGraduation } from '#app/domain/lifecycles/graduation/begin.ts';
import { beginIncubation } from '#app/domain/lifecycles/incubation/begin.ts';
import type { LifecycleName, RecordContext } from '#app/domain/lifecycles/lifecycle.ts';
import { beginReport } from '#app/domain/lifecycles/progress-report/begin.ts';
import { settingsWith } from '#app/domain/settings.ts';
import { calendarOfCenter } from '#db/reads/calendar.server.ts';
import type { World } from '#tests/world.ts';

/** What a new record of a lifecycle remembers, with the manager responsible for it. */
export async function beginning(world: World, name: LifecycleName): Promise<RecordContext> {
  const at = world.clock.now();
  const calendar = await calendarOfCenter(world.store.read, world.centerId);
  const settings = settingsWith();
  const responsibleId = world.idOf('manager');
  switch (name) {
    case 'application':
      return beginApplication({
        at,
        settings,
        track: 'recorded',
        callId: world.callId,
        closesAt: '2026-12-31T16:00:00.000Z',
      });
    case 'incubation':
      return beginIncubation({ calendar, at, settings, residency: 'virtual', responsibleId });
    case 'evaluation':
      return beginEvaluation({ calendar, at, settings, kind: 'special', responsibleId });
    case 'graduation':
      return beginGraduation({
        calendar,
        at,
        settings,
        responsibleId,
        evaluationScore: 8500,
        mustHavesMet: true,
      });
    case 'progress_report':
      return beginReport({
        calendar,
        at,
        settings,
        period: { key: '2026-Q1', kind: 'quarterly', from: '2026-01-01', to: '2026-03-31' } as never,
        indicators: [],
        responsibleId,
        mentorId: null,
      });
  }
}
