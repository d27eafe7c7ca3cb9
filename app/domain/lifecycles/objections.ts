import type { Field } from '../forms/field.ts';
import { textOf } from '../forms/values.ts';
import type { Role } from '../policy/actor.ts';
import { type Refusal, refusal } from '../refusal.ts';
import type { Settings } from '../settings.ts';
import { optionsOf, reasonField } from './common-fields.ts';
import { deadline, settingDeadlines } from './deadlines.ts';
import { onInput } from './guards.ts';
import type { EventDeclaration, RecordContext, Stamp } from './lifecycle.ts';
import { daysLeftOfNotice, noticeDeadline } from './notice-clock.ts';

/** An objection (异议) to a public notice, as its record remembers it; who objected and in what words lies apart. */
export interface Objection {
  readonly number: string;
  readonly concerns: 'organization' | 'reviewer' | 'staff' | 'director';
  readonly open: boolean;
}

/** What a record remembers of its public notice (公示) and of the objections to it. */
export interface NoticedContext extends RecordContext {
  readonly settings: Settings;
  readonly objections: readonly Objection[];
  /** What was left of the notice when an objection stopped its clock, in its own unit. */
  readonly noticeLeft: number | null;
  /** The number of the objection that each of the two would uphold; only both together do. */
  readonly upheldBy: { readonly director?: string; readonly supervisor?: string };
}

/** Who settles objections: the only ones who read what an objector wrote, and what came with it. */
export const objectionSettlers: readonly Role[] = ['director', 'supervisor'];

type Args = { readonly context: NoticedContext; readonly event: Stamp<{ readonly objectionNumber: string }> };
type Answer = Refusal | null;

const named = ({ event }: Args): string => textOf(event.input, 'objection');

/** What the events of a notice require. The same in every lifecycle that has one. */
export const noticeRequirements = {
  namedOrEvidenced: onInput(({ event }: Args): Answer => {
    const files = event.input.evidence;
    const isNamed =
      textOf(event.input, 'objectorName').trim() !== '' &&
      textOf(event.input, 'objectorContact').trim() !== '';
    return isNamed || (Array.isArray(files) && files.length > 0)
      ? null
      : refusal('objection.namelessWithoutEvidence');
  }),
  noObjectionOpen: ({ context }: Args): Answer =>
    context.objections.some((o) => o.open) ? refusal('objection.stillOpen') : null,
  objectionNamed: onInput(
    (args: Args): Answer =>
      args.context.objections.some((o) => o.open && o.number === named(args))
        ? null
        : refusal('objection.notOpen'),
  ),
  notNamedInObjection: ({ context, event }: Args): Answer => {
    if (event.by.role !== 'director') return null;
    const open = context.objections.filter((o) => o.open);
    const meant = event.preview ? open : open.filter((o) => o.number === named({ context, event }));
    return meant.length > 0 && meant.every((o) => o.concerns === 'director')
      ? refusal('objection.youAreNamed')
      : null;
  },
  notUpheldByMe: onInput((args: Args): Answer => {
    const role = args.event.by.role as 'director' | 'supervisor';
    return args.context.upheldBy[role] === named(args) ? refusal('bothMustAct.youDid') : null;
  }),
};

/** Questions that choose between two ways of one event; they are no requirements. */
export const noticeBranches = {
  isLastOpenObjection: ({ context }: Args): boolean => context.objections.filter((o) => o.open).length === 1,
  otherHasUpheld: (args: Args): boolean =>
    args.context.upheldBy[args.event.by.role === 'director' ? 'supervisor' : 'director'] === named(args),
};

/** What a record remembers of its notice's events. */
export const noticeRecordings = {
  startNoticeClock: ({ context, event }: Args) => ({
    noticeLeft: null,
    ...settingDeadlines(context, {
      objectionDays: undefined,
      noticeDays: noticeDeadline(event, context.settings, context.noticeLeft ?? context.settings.noticeDays),
    }),
  }),
  stopNoticeClock: ({ context, event }: Args) => ({
    noticeLeft: daysLeftOfNotice(event.calendar, context.deadlines.noticeDays, event.at),
    ...settingDeadlines(context, {
      noticeDays: undefined,
      objectionDays: deadline(event.calendar, event.at, context.settings.objectionDays, 'wd'),
    }),
  }),
  addObjection: ({ context, event }: Args) => ({
    objections: [
      ...context.objections,
      {
        number: event.observed.objectionNumber ?? '',
        concerns: (textOf(event.input, 'concerns') || 'organization') as Objection['concerns'],
        open: true,
      },
    ],
  }),
  settleObjection: (args: Args) => ({
    objections: args.context.objections.map((o) => (o.number === named(args) ? { ...o, open: false } : o)),
  }),
  recordUpholding: (args: Args) => ({
    upheldBy: { ...args.context.upheldBy, [args.event.by.role]: named(args) },
  }),
};

const whichObjection = (context: NoticedContext): Field => ({
  kind: 'choice',
  name: 'objection',
  options: context.objections
    .filter((o) => o.open)
    .map((o) => ({ value: o.number, label: { text: o.number } })),
});

type Declaration = EventDeclaration<NoticedContext, { readonly objectionNumber: string }>;

/** The three events of a notice: objecting, dismissing, upholding. */
export const noticeEvents = {
  object: {
    noun: 'objection',
    by: ['public'],
    manner: 'plain',
    observe: ['objectionNumber'],
    form: () => [
      {
        kind: 'choice',
        name: 'concerns',
        options: optionsOf('objection.concerns', ['organization', 'reviewer', 'staff', 'director']),
      },
      { kind: 'paragraph', name: 'statement', min: 10, max: 2000, apart: true },
      { kind: 'text', name: 'objectorName', max: 30, optional: true, apart: true },
      { kind: 'text', name: 'objectorContact', max: 60, optional: true, apart: true },
      { kind: 'files', name: 'evidence', max: 5, optional: true, apart: true },
    ],
    tells: ['director', 'manager'],
  },
  dismiss_objection: {
    noun: 'objection-dismissal',
    by: ['director', 'supervisor'],
    manner: 'primary',
    form: (context) => [whichObjection(context), reasonField({ name: 'finding' })],
    tells: ['lead', 'manager'],
  },
  uphold_objection: {
    noun: 'objection-upholding',
    by: ['director', 'supervisor'],
    manner: 'danger',
    form: (context) => [whichObjection(context), reasonField({ name: 'finding' })],
    tells: ['lead', 'manager', 'director', 'supervisor'],
  },
} satisfies Readonly<Record<string, Declaration>>;
