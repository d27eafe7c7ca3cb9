import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { json, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ImportPage } from '#app/components/organizations/import-page.tsx';
import { registerEndings } from '#app/documents/register-grid.server.ts';
import type { Field } from '#app/domain/forms/field.ts';
import { refusal } from '#app/domain/refusal.ts';
import type { DoorContext } from '#app/http/context.ts';
import { readSent } from '#app/http/form.server.ts';
import { notFound, signedIn, statusOf } from '#app/http/guarded.server.ts';
import { translator } from '#app/i18n/translate.ts';
import { type ImportCenter, importCenters } from '#app/operations/register/import-access.server.ts';
import { lastImports, openImportRun } from '#app/operations/register/import-runs.server.ts';
import { importUpload } from '#app/operations/register/import-upload.server.ts';
import { keepUpload, uploadInput } from '#app/operations/register/keep-upload.server.ts';
import { openUpload, type TypedChoices } from '#app/operations/register/open-upload.server.ts';
import { previewOf, shownRows } from '#app/operations/register/preview.ts';
import { paths } from '#app/paths.ts';

export const handle = { uploads: true };

const longestChoice = 40;

export async function loader({ context, request }: LoaderFunctionArgs) {
  const door = context as DoorContext;
  const { actor } = signedIn(door, request);
  const centers = await importCenters(door.house.store.read, actor);
  if (centers.length === 0) throw notFound();
  const { searchParams: asked } = new URL(request.url);
  const title = translator(door.locale)('import.title');
  const runId = asked.get('run');
  if (runId !== null) {
    const result = await openImportRun(door.house, actor, runId);
    if (result === undefined) throw notFound();
    return json({ title, result, preview: null, upload: null });
  }
  const uploadId = asked.get('upload');
  if (uploadId !== null) {
    const typed = choicesIn(asked);
    const upload = await openUpload(door.house, door.files, actor, uploadId, typed);
    if (upload === undefined) throw notFound();
    const show = shownRows.find((one) => one === asked.get('show')) ?? '';
    const preview = previewOf(upload, { show, page: Number.parseInt(asked.get('page') ?? '1', 10) || 1 });
    const query = new URLSearchParams({ upload: uploadId, ...typed }).toString();
    const wrong = preview.refusals.length > 0 && Object.keys(typed).length > 0;
    return json(
      { title, result: null, preview: { ...preview, query }, upload: null },
      { status: wrong ? 422 : 200 },
    );
  }
  const runs = await lastImports(door.house, centers);
  return json({ title, result: null, preview: null, upload: { fields: uploadFields(centers), runs } });
}

export async function action({ context, request }: ActionFunctionArgs) {
  const door = context as DoorContext;
  const { actor } = signedIn(door, request);
  const centers = await importCenters(door.house.store.read, actor);
  if (centers.length === 0) throw notFound();
  const { searchParams: asked } = new URL(request.url);
  const runId = asked.get('upload');
  const fields = uploadFields(centers);
  const sent = await readSent(request, fields);
  if (!sent.ok) return json({ errors: sent.refusals, raw: sent.raw }, { status: sent.status });
  const { input } = sent.value;
  if (runId !== null) {
    const { locale, requestId, address } = door;
    const shown = Number(input.get('shown') ?? Number.NaN);
    const imported = await importUpload(door.house, door.files, {
      ...{ runId, actor, shown, locale, requestId, address },
      typed: choicesIn(asked),
    });
    if (!imported.ok) {
      if (imported.refusals.some(({ code }) => code === 'unseen')) throw notFound();
      return json({ errors: imported.refusals, raw: {} }, { status: statusOf(imported.refusals) });
    }
    throw redirect(`${paths.importRegister()}?run=${imported.value.runId}`, 303);
  }
  const [file] = input.files(uploadInput);
  const center = centers.length === 1 ? centers[0] : centers.find((one) => one.id === input.get('center'));
  const missing = [
    ...(center === undefined ? [{ field: 'center', ...refusal('form.required') }] : []),
    ...(file === undefined ? [{ field: uploadInput, ...refusal('form.fileMissing') }] : []),
  ];
  if (center === undefined || file === undefined)
    return json({ errors: missing, raw: sent.raw }, { status: 422 });
  const kept = await keepUpload(door.house, door.files, { actor, centerId: center.id, file });
  if (!kept.ok) return json({ errors: kept.refusals, raw: sent.raw }, { status: statusOf(kept.refusals) });
  throw redirect(`${paths.importRegister()}?upload=${kept.value.runId}`, 303);
}

/** What a person said of the file, as it stands in the address. */
function choicesIn(asked: URLSearchParams): TypedChoices {
  const names = [...new Set(asked.keys())].filter((name) => /^(map\.\d{1,3}|term|program)$/.test(name));
  return Object.fromEntries(names.map((name) => [name, (asked.get(name) ?? '').slice(0, longestChoice)]));
}

const uploadFields = (centers: readonly ImportCenter[]): readonly Field[] => [
  ...(centers.length > 1
    ? [
        {
          kind: 'choice' as const,
          name: 'center',
          label: { key: 'import.field.center' },
          options: centers.map((center) => ({ value: center.id, label: { text: center.name } })),
        },
      ]
    : []),
  {
    kind: 'files',
    name: uploadInput,
    label: { key: 'import.field.register' },
    hint: { key: 'import.field.register.hint' },
    max: 1,
    endings: registerEndings,
  },
];

export default function ImportRoute() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <ImportPage view={view} errors={answer?.errors ?? []} raw={answer?.raw ?? {}} />;
}
