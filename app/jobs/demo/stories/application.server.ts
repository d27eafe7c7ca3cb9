import { documentFields, sectionFields, trackOf } from '#app/domain/forms/application-form.ts';
import { formInputOf } from '#app/domain/forms/form-input.ts';
import { rawValues } from '#app/domain/forms/raw-values.ts';
import { type ApplicationContext, sitting } from '#app/domain/lifecycles/application/facts.ts';
import { DEMO_DOMAIN } from '#app/domain/people/demo-account.ts';
import { attachDocuments } from '#app/operations/applications/attach-document.server.ts';
import { saveSection } from '#app/operations/applications/save-section.server.ts';
import { startApplication } from '#app/operations/applications/start-application.server.ts';
import { enterPeople } from '#app/operations/demo/enter-people.server.ts';
import { applicationAnswers } from '../cast/answers.ts';
import type { CallKey } from '../cast/center.ts';
import { madeUpName, playedOrganization } from '../cast/people.ts';
import { opinions } from '../cast/said.ts';
import { sheetAnswers } from '../sheet-answers.ts';
import type { Scene } from './scene.server.ts';

/** Where leads have their addresses whom the sign-in page does not offer; nobody has one there (RFC 2606). */
const elsewhere = '@organizations.example';

type Part = AsyncGenerator<string, void, void>;

/** Makes the lead's account, and fills in a draft: sections and documents, all of them or what `leave` does not name. */
export async function draft(
  scene: Scene,
  call: CallKey,
  passwordHash: string,
  leave: readonly string[] = [],
): Promise<void> {
  const { stage, cast, n, lead } = scene;
  const name = cast.key === 'i3' ? playedOrganization.lead : madeUpName(n);
  const email = `${lead}${scene.isPlayed ? DEMO_DOMAIN : elsewhere}`;
  const [personId] = await enterPeople(stage.house, passwordHash, [{ email, name, roles: [] }]);
  stage.introduce(lead, personId as string, name);
  const begun = await startApplication(stage.house, {
    callId: stage.calls.get(call) as string,
    actor: await stage.as(lead),
    requestId: 'demo',
    address: '',
    applying: {
      applicant: { organizationName: cast.name, registrationType: cast.type },
      email,
    },
  });
  if (!begun.ok) throw new Error(`${cast.key}: ${begun.refusals.map((r) => r.code).join(', ')}`);
  const id = begun.value.id;
  scene.ids.set('application', id);
  await fillIn(scene, id, name, leave);
}

async function fillIn(scene: Scene, id: string, name: string, leave: readonly string[]): Promise<void> {
  const { stage, cast, n, lead } = scene;
  const actor = await stage.as(lead);
  const track = trackOf(cast.type);
  for (const [section, values] of Object.entries(applicationAnswers(cast, n, name))) {
    if (leave.includes(section)) continue;
    const typed = rawValues(values, sectionFields(section as 'team', track, stage.days.lastDay));
    const input = formInputOf(
      Object.entries(typed).flatMap(([key, text]) =>
        (typeof text === 'string' ? [text] : text).map((t) => [key, t] as const),
      ),
    );
    const saved = await saveSection(stage.house, { actor, id, section, input });
    const wrong = saved.ok ? saved.value.wrong : saved.refusals;
    if (wrong.length > 0) throw new Error(`${cast.key} ${section}: ${JSON.stringify(wrong)}`);
  }
  const slots = documentFields(track)
    .filter((f) => (!f.optional || n % 2 === 0) && !leave.includes(f.name))
    .map((f) => [f.name, [f.name]] as const);
  const papers = await stage.papers.handIn(Object.fromEntries(slots), stage.now());
  const attached = await attachDocuments(stage.house, { actor, id, documents: papers.uploads });
  if (!attached.ok) throw new Error(`${cast.key}: ${attached.refusals.map((r) => r.code).join(', ')}`);
}

const ofCommunity = ({ cast }: Scene): boolean => cast.type === 'recorded' || cast.type === 'unregistered';

export const submit = (scene: Scene): Promise<void> =>
  scene.act(scene.lead, 'application', 'submit', { consent: true, truth: true });

/** The community's Party committee says what it thinks of an organization of its community. */
export async function opine(scene: Scene): Promise<void> {
  if (!ofCommunity(scene)) return;
  await scene.act('party', 'application', 'record_party_opinion', {
    supports: true,
    opinion: opinions[scene.n % opinions.length] as string,
  });
}

export async function pass(scene: Scene): Promise<void> {
  const checks = [
    'eligible',
    'documentsReadable',
    'documentsAgree',
    'noGround',
    'notDuplicated',
    ...(ofCommunity(scene) ? ['partyOpinionRead'] : []),
  ];
  await scene.act(scene.manager, 'application', 'pass', {
    ...Object.fromEntries(checks.map((check) => [`check.${check}`, true])),
    note: '材料齐全，与现场走访一致。',
  });
}

/** From the submission to the panel: accepted, the Party committee heard, passed. Three working days. */
export async function* screened(scene: Scene): Part {
  yield scene.after(1);
  await scene.act(scene.manager, 'application', 'accept');
  yield scene.after(1);
  await opine(scene);
  yield scene.after(1);
  await pass(scene);
}

const panels = [
  ['reviewer1', 'reviewer2', 'reviewer3', 'reviewer4', 'reviewer5'],
  ['reviewer4', 'reviewer5', 'reviewer6'],
  ['reviewer1', 'reviewer5', 'reviewer6'],
] as const;

export const appoint = (scene: Scene, panel: number): Promise<void> =>
  scene.act(scene.manager, 'application', 'appoint_panel', {
    members: (panels[panel] as readonly string[]).map(scene.stage.idOf),
  });

export const declare = (scene: Scene, reviewer: string): Promise<void> =>
  scene.act(reviewer, 'application', 'declare', { declaration: 'none', confidential: true });

/** From the panel's names to the open sheets; the meeting is on `meetingOn`. */
export async function* convened(scene: Scene, panel: number, meetingOn: string): Part {
  yield scene.after(1);
  await appoint(scene, panel);
  for (const [i, reviewer] of (panels[panel] as readonly string[]).entries()) {
    yield scene.after(i === 0 ? 1 : i % 3 === 2 ? 1 : 0);
    await declare(scene, reviewer);
  }
  yield scene.after(1);
  await scene.act(scene.manager, 'application', 'convene', { meetingOn, place: '社区综合服务站三楼会议室' });
}

const leanings = [0, -3, 2, -1, 4, -2];

/** The sheets of the panel, each near `target`; `left` members have not scored yet. */
export async function* scored(scene: Scene, target: number, left = 0): Part {
  const context = await scene.stage.contextOf<ApplicationContext>(
    'application',
    scene.ids.get('application') as string,
  );
  const members = sitting(context);
  for (const [i, member] of members.slice(0, members.length - left).entries()) {
    yield scene.after(0);
    const points = Math.min(98, target + (leanings[(i + scene.n) % leanings.length] as number));
    await scene.act(scene.stage.nameOf(member.personId), 'application', 'score', {
      ...sheetAnswers(context.rubric!, points, scene.n + i),
    });
  }
}

export const closeReview = (scene: Scene): Promise<void> =>
  scene.act(scene.manager, 'application', 'close_review');

export const admit = (scene: Scene): Promise<void> =>
  scene.act('director', 'application', 'admit', { residency: scene.cast.onsite ? 'onsite' : 'virtual' });

const signing = { agreeTerm: true, agreeWaysOut: true };
export const sign = (scene: Scene, who: string): Promise<void> =>
  scene.act(who, 'application', 'sign', signing);

/** After the notice: both sign, and the incubation begins. */
export async function* signed(scene: Scene): Part {
  yield scene.after(7);
  await sign(scene, scene.lead);
  yield scene.after(1);
  await sign(scene, 'director');
  await scene.find('incubation');
}

/** The score that an application of this place in the cast comes to when it passes. */
export const usualScore = (n: number): number => 74 + ((n * 7) % 19);

/** The usual way of a rolling application from the draft to the signed agreement: 20 working days from `submitOn`. */
export async function* admitted(scene: Scene, submitOn: string, passwordHash: string): Part {
  const { days } = scene.stage;
  yield scene.on(days.plus(submitOn, -1));
  await draft(scene, 'rolling', passwordHash);
  yield scene.on(submitOn);
  await submit(scene);
  yield* screened(scene);
  yield* convened(scene, 1 + (scene.n % 2), days.plus(submitOn, 10));
  yield scene.on(days.plus(submitOn, 10));
  yield* scored(scene, usualScore(scene.n));
  yield scene.after(1);
  await closeReview(scene);
  yield scene.after(1);
  await admit(scene);
  yield* signed(scene);
}

/** A part of a story that breaks off where it would go on after an instant. */
export async function* upTo(part: Part, instant: string): Part {
  for await (const at of part) {
    if (at > instant) return;
    yield at;
  }
}
