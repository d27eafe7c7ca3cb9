import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { centerFields } from '#app/domain/forms/admin-forms.ts';
import { programValues, settingGroups } from '#app/domain/forms/program-form.ts';
import { shippedRubrics } from '#app/domain/rubrics/shipped.ts';
import { settingRanges, settingsWith } from '#app/domain/settings.ts';
import { editCenter } from '#app/operations/admin/edit-center.server.ts';
import { openFirstCenter } from '#app/operations/admin/open-first-center.server.ts';
import { createProgram, editProgram } from '#app/operations/admin/programs.server.ts';
import { addSeat, renameSeat, retireSeat } from '#app/operations/admin/seats.server.ts';
import { programById, programsOf, seatsOf } from '#db/reads/admin.server.ts';
import { rubricVersionsOf } from '#db/reads/admin-rubrics.server.ts';
import { centerById } from '#db/reads/centers.server.ts';
import { openWorld, type World } from '#tests/world.ts';
import { asking, codes, emptyHouse } from './admin-asking.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const about = {
  name: '城关街道社会组织孵化中心',
  nameEn: 'Chengguan Incubation Center',
  address: '襄城县文昌路2号',
  phone: '0374-3560001',
  introduction: '新的介绍。',
  introductionEn: 'New words.',
};

describe('a new center', () => {
  test('begins with a program, nine published rubrics, its working days and its seats', async () => {
    expect((await programsOf(world.store.read, world.centerId))[0]?.settings).toEqual(settingsWith());
    const rubrics = await rubricVersionsOf(world.store.read, world.centerId);
    expect(rubrics.map((r) => r.rubric).sort()).toEqual(shippedRubrics.map((r) => r.id).sort());
    expect(rubrics.every((r) => r.version === 1 && r.published_at !== null)).toBe(true);
    const days = await world.store.read.selectFrom('calendar_day').select('date').execute();
    expect(days.length).toBeGreaterThan(100);
    expect((await seatsOf(world.store.read, world.centerId)).map((s) => s.code)).toContain('06');
  });

  test('is opened by the administrator of an installation that has none, once', async () => {
    const { house, admin, close } = await emptyHouse();
    const values = { ...about, regionCode: '411025001', seats: 3 };
    const opened = await openFirstCenter(house, { ...asking(admin), values });
    expect(codes(opened)).toEqual([]);
    expect(codes(await openFirstCenter(house, { ...asking(admin), values }))).toEqual(['admin.centerThere']);
    await close();
  });

  test('needs a division code of six, nine or twelve digits', async () => {
    const { house, admin, close } = await emptyHouse();
    const values = { ...about, regionCode: '41102500', seats: 3 };
    expect(codes(await openFirstCenter(house, { ...asking(admin), values }))).toEqual(['admin.regionCode']);
    expect(await house.store.read.selectFrom('center').selectAll().execute()).toEqual([]);
    await close();
  });

  test('is not opened by a director', async () => {
    const director = await world.as('director');
    const values = { ...about, regionCode: '411025001', seats: 3 };
    expect(codes(await openFirstCenter(world.house, { ...asking(director), values }))).toEqual(['unseen']);
  });
});

describe('what a center says of itself', () => {
  test('is changed by its director, seen and logged', async () => {
    const director = await world.as('director');
    const asked = { ...asking(director), id: world.centerId, version: 1, values: about };
    expect(codes(await editCenter(world.house, asked))).toEqual([]);
    expect(await centerById(world.store.read, world.centerId)).toMatchObject({
      address: about.address,
      version: 2,
    });
    const log = await world.store.read.selectFrom('security_event').select(['kind', 'person_id']).execute();
    expect(log).toContainEqual({ kind: 'admin.center.edit', person_id: director.personId });
  });

  test('is not overwritten by somebody who saw an older version', async () => {
    const director = await world.as('director');
    const asked = { id: world.centerId, version: 1, values: about };
    await editCenter(world.house, { ...asking(director), ...asked });
    expect(codes(await editCenter(world.house, { ...asking(director), ...asked }))).toEqual([
      'admin.changedMeanwhile',
    ]);
  });

  test('is not changed by a manager or the system administrator, and leaves no trace', async () => {
    for (const name of ['manager', 'admin', 'auditor']) {
      const asked = { ...asking(await world.as(name)), id: world.centerId, version: 1, values: about };
      expect(codes(await editCenter(world.house, asked)), name).toEqual(['unseen']);
    }
    expect(await world.store.read.selectFrom('security_event').selectAll().execute()).toEqual([]);
  });

  test('the same form sent twice changes things once', async () => {
    const director = await world.as('director');
    const asked = { ...asking(director, 'the-same-key'), id: world.centerId, version: 1, values: about };
    expect(codes(await editCenter(world.house, asked))).toEqual([]);
    expect(codes(await editCenter(world.house, asked))).toEqual([]);
    expect((await centerById(world.store.read, world.centerId))?.version).toBe(2);
  });

  test('asks for nothing that it does not keep', () => {
    expect(centerFields.map((f) => f.name).sort()).toEqual(Object.keys(about).sort());
  });
});

describe('a program', () => {
  test('asks for every figure once', () => {
    const asked = settingGroups.flatMap((g) => g.settings);
    expect([...asked].sort()).toEqual(Object.keys(settingRanges).sort());
  });

  test('is created with figures of its own', async () => {
    const director = await world.as('director');
    const values = programValues('第二个项目', settingsWith({ termMonths: 24, noticeInCalendarDays: true }));
    const made = await createProgram(world.house, { ...asking(director), centerId: world.centerId, values });
    if (!made.ok) throw new Error('refused');
    expect(await programById(world.store.read, made.value.id)).toMatchObject({
      name: '第二个项目',
      settings: settingsWith({ termMonths: 24, noticeInCalendarDays: true }),
    });
  });

  test.each([
    ['setting.panelEven', { panelSize: 4 }],
    ['setting.termAboveCap', { termMonths: 30, termCap: 24 }],
    ['setting.conditionalAbovePass', { conditionalFrom: 80, graduationPass: 80 }],
  ])('with figures that contradict each other is refused: %s', async (code, change) => {
    const director = await world.as('director');
    const values = programValues('项目', settingsWith(change));
    const made = await createProgram(world.house, { ...asking(director), centerId: world.centerId, values });
    expect(codes(made)).toEqual([code]);
  });

  test('changes for what begins from now on; a record under way keeps what it began with', async () => {
    const { id } = await world.draft();
    const director = await world.as('director');
    const values = programValues('改名', settingsWith({ acceptDays: 7 }));
    const asked = { ...asking(director), id: world.programId, version: 1, values };
    expect(codes(await editProgram(world.house, asked))).toEqual([]);
    expect((await programById(world.store.read, world.programId))?.settings.acceptDays).toBe(7);
    const { context } = await world.record('application', id);
    expect((context as unknown as { settings: { acceptDays: number } }).settings.acceptDays).toBe(2);
  });
});

describe('a seat', () => {
  const values = { code: '07', room: '201室' };

  test('is added, renamed, taken out of use and brought back', async () => {
    const manager = await world.as('manager');
    const added = await addSeat(world.house, { ...asking(manager), centerId: world.centerId, values });
    if (!added.ok) throw new Error('refused');
    const { id } = added.value;
    const renamed = { ...asking(manager), id, version: 1, values: { code: '08', room: '202室' } };
    expect(codes(await renameSeat(world.house, renamed))).toEqual([]);
    expect(codes(await retireSeat(world.house, { ...asking(manager), id, version: 2, back: false }))).toEqual(
      [],
    );
    expect(codes(await retireSeat(world.house, { ...asking(manager), id, version: 3, back: true }))).toEqual(
      [],
    );
    const seat = (await seatsOf(world.store.read, world.centerId)).find((s) => s.id === id);
    expect(seat).toMatchObject({ code: '08', room: '202室', status: 'free', version: 4 });
  });

  test('needs a number of its own', async () => {
    const manager = await world.as('manager');
    const again = { ...asking(manager), centerId: world.centerId, values: { code: '01', room: '201室' } };
    expect(codes(await addSeat(world.house, again))).toEqual(['seat.codeTaken']);
  });

  test('is not taken out of use while somebody has it', async () => {
    const { id: organizationId } = await world.organization();
    const [seat] = await seatsOf(world.store.read, world.centerId);
    await world.store.write((trx) =>
      trx
        .updateTable('seat')
        .set({ status: 'occupied', organization_id: organizationId })
        .where('id', '=', seat!.id)
        .execute(),
    );
    const asked = { ...asking(await world.as('director')), id: seat!.id, version: 1, back: false };
    expect(codes(await retireSeat(world.house, asked))).toEqual(['seat.taken']);
  });
});
