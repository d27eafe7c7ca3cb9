import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { FieldRefusal, Refusal } from '#app/domain/refusal.ts';
import type { DoorContext } from '#app/http/context.ts';
import { judgeUploads, keepUploads, readSent, type Sent, type Typed } from '#app/http/form.server.ts';
import { forbidden, notFound, type SignedIn, signedIn, statusOf } from '#app/http/guarded.server.ts';
import { translator } from '#app/i18n/translate.ts';
import { attachDocuments } from '#app/operations/applications/attach-document.server.ts';
import { openSection, type SectionView } from '#app/operations/applications/open-section.server.ts';
import { removeDocuments } from '#app/operations/applications/remove-document.server.ts';
import { saveSection } from '#app/operations/applications/save-section.server.ts';
import { paths } from '#app/paths.ts';
import { SectionPage } from './section-page.tsx';

export const handle = { narrow: true, uploads: true };

async function opened({ context, request, params }: LoaderFunctionArgs) {
  const door = context as DoorContext;
  const viewer = signedIn(door, request);
  const view = await openSection(door.house, viewer.actor, params.id ?? '', params.section ?? '');
  if (view.ok) return { door, viewer, view: view.value };
  if (statusOf(view.refusals) === 404) throw notFound();
  // submitted or ended: the application's own page says where it stands
  if (statusOf(view.refusals) === 409) throw redirect(paths.record('application', params.id ?? ''), 303);
  throw forbidden();
}

export async function loader(args: LoaderFunctionArgs) {
  const { door, view } = await opened(args);
  const title = translator(door.locale)(`application.section.${view.section}`);
  return { title, view };
}

export async function action(args: ActionFunctionArgs) {
  const { door, viewer, view } = await opened(args);
  const form = await readSent(args.request, view.fields);
  if (!form.ok) return json({ errors: form.refusals, raw: form.raw, kept: false }, { status: form.status });
  const save = view.section === 'documents' ? saveDocuments : saveAnswers;
  const { errors, raw, kept } = await save(door, viewer, view, form.value);
  // whoever leaves for later is still told of a file that was not taken: it is gone otherwise without a word
  const lost = errors.some(({ code }) => code.startsWith('file.'));
  const leaving = form.value.input.get('then') === 'leave' && !lost;
  if (errors.length > 0 && !(leaving && kept))
    return json({ errors, raw, kept }, { status: statusOf(errors) });
  const { applicationId: id, next } = view;
  throw redirect(
    leaving || next === null ? paths.record('application', id) : paths.applicationSection(id, next),
    303,
  );
}

interface Saved {
  readonly errors: readonly (Refusal | FieldRefusal)[];
  readonly raw: Typed;
  /** The draft is kept, although something is wrong with it. */
  readonly kept: boolean;
}

async function saveAnswers(
  door: DoorContext,
  viewer: SignedIn,
  view: SectionView,
  sent: Sent,
): Promise<Saved> {
  const { input, raw, version } = sent;
  const result = await saveSection(door.house, {
    actor: viewer.actor,
    id: view.applicationId,
    section: view.section,
    input,
    ...(version === undefined ? {} : { version }),
  });
  return result.ok
    ? { errors: result.value.wrong, raw, kept: true }
    : { errors: result.refusals, raw, kept: false };
}

/** What came is attached; what was on the page and is no longer ticked is taken off. */
async function saveDocuments(
  door: DoorContext,
  viewer: SignedIn,
  view: SectionView,
  sent: Sent,
): Promise<Saved> {
  const { input, raw } = sent;
  const asked = { actor: viewer.actor, id: view.applicationId };
  const shown = new Set((input.get('shown') ?? '').split(' '));
  const ticked = new Set(view.fields.flatMap((field) => input.all(`${field.name}.kept`)));
  const documentIds = [...shown].filter((id) => id !== '' && !ticked.has(id));
  const removed = await removeDocuments(door.house, { ...asked, documentIds });
  if (!removed.ok) return { errors: removed.refusals, raw, kept: false };
  const uploads = judgeUploads(view.fields, input);
  const full = await keepUploads(door, uploads.accepted);
  if (full.length > 0) return { errors: full, raw, kept: true };
  const documents = uploads.accepted.map((upload) => upload.document);
  const attached = await attachDocuments(door.house, { ...asked, documents });
  return { errors: [...uploads.refusals, ...(attached.ok ? [] : attached.refusals)], raw, kept: true };
}

export default function SectionRoute() {
  const { view } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <SectionPage
      view={view}
      errors={answer?.errors ?? []}
      raw={answer?.raw ?? view.raw}
      kept={answer?.kept ?? false}
    />
  );
}
