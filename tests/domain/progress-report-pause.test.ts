import { describe, expect, it } from 'vitest';
import { timersNeeded } from '#app/domain/lifecycles/attempt.ts';
import { progressReport } from '#app/domain/lifecycles/progress-report/index.ts';
import { periodOf } from '#app/domain/lifecycles/progress-report/periods.ts';
import {
  draft,
  manager,
  on,
  open,
  type ReportStory,
  reason,
  returned,
  returning,
  scheduled,
  submitted,
  system,
} from './report-story.ts';

const paused = (story: ReportStory): ReportStory => story.send('incubation_paused', { by: system });

describe('a pause of the incubation', () => {
  it('stops the clock to hand in, which goes on with what was left', () => {
    const story = paused(on(draft(), '2026-04-03'));
    expect(timersNeeded(progressReport, 'draft', story.context)).toEqual([]);
    on(story, '2026-05-01').send('incubation_resumed', { by: system });
    expect([story.state, story.due('due')]).toEqual(['draft', '2026-05-08']);
  });

  it('lets a clock begin with the resumption when its period ended meanwhile', () => {
    const story = paused(on(scheduled(), '2026-03-20'));
    on(story, '2026-04-20').send('incubation_resumed', { by: system });
    expect([story.state, story.due('due')]).toEqual(['scheduled', '2026-04-30']);
    story.fire('periodEnd');
    expect(story.state).toBe('open');
  });

  it('does not move what was not running yet', () => {
    const later = { ...periodOf('quarterly', '2026-08-01') };
    const story = on(paused(scheduled(later)), '2026-04-20').send('incubation_resumed', { by: system });
    expect([story.due('due'), story.state]).toEqual(['2026-10-10', 'scheduled']);
  });

  it('waives the period that lies wholly in it, and notes why', () => {
    const story = on(paused(scheduled()), '2026-04-12').send('incubation_resumed', { by: system });
    expect([story.state, story.context.waivedFor]).toEqual(['waived', 'paused']);
  });

  it('stops the days to mend a returned report', () => {
    const story = paused(on(returned(), '2026-04-02'));
    expect(timersNeeded(progressReport, 'returned', story.context)).toEqual([]);
    on(story, '2026-04-20').send('incubation_resumed', { by: system });
    expect(story.due('resubmitDays')).toBe('2026-04-22');
  });

  it('starts no clock for what is returned meanwhile', () => {
    const story = paused(submitted()).send('return', returning);
    expect(story.due('resubmitDays')).toBeUndefined();
    on(story, '2026-04-20').send('incubation_resumed', { by: system });
    expect(story.due('resubmitDays')).toBe('2026-04-23');
  });

  it('lets the manager waive a report of the period that was paused, though it was laid out late', () => {
    const story = open();
    story.context = { ...story.context, pauses: [{ from: '2026-03-01', endedOn: '2026-04-01' }] };
    expect(story.send('waive', { by: manager, input: reason }).state).toBe('waived');
  });
});
