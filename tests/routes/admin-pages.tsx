import type { ComponentType } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from 'react-router-dom/server';
import { LocaleProvider } from '#app/components/ui/locale.tsx';
import type { DoorContext } from '#app/http/context.ts';
import * as admin from '#app/routes/admin/admin.tsx';
import * as calendar from '#app/routes/admin/calendar.tsx';
import * as call from '#app/routes/admin/call.tsx';
import * as calls from '#app/routes/admin/calls.tsx';
import * as center from '#app/routes/admin/center.tsx';
import * as history from '#app/routes/admin/history.tsx';
import * as jobs from '#app/routes/admin/jobs.tsx';
import * as outbox from '#app/routes/admin/outbox.tsx';
import * as program from '#app/routes/admin/program.tsx';
import * as programs from '#app/routes/admin/programs.tsx';
import * as rubric from '#app/routes/admin/rubric.tsx';
import * as rubrics from '#app/routes/admin/rubrics.tsx';
import * as seats from '#app/routes/admin/seats.tsx';
import * as security from '#app/routes/admin/security.tsx';
import * as securitySettings from '#app/routes/admin/security-settings.tsx';

const modules: Readonly<Record<string, object>> = {
  '/admin': admin,
  '/admin/center': center,
  '/admin/programs': programs,
  '/admin/programs/:id': program,
  '/admin/calls': calls,
  '/admin/calls/:id': call,
  '/admin/rubrics': rubrics,
  '/admin/rubrics/:id': rubric,
  '/admin/calendar': calendar,
  '/admin/seats': seats,
  '/admin/history': history,
  '/admin/security': security,
  '/admin/security-settings': securitySettings,
  '/admin/outbox': outbox,
  '/admin/jobs': jobs,
};

interface Answer {
  readonly status: number;
  readonly location: string | null;
  /** The page as it was drawn; empty for redirects and refusals without a page. */
  readonly html: string;
}

const handler = createStaticHandler(
  Object.entries(modules).map(([path, module]) => {
    const {
      default: Page,
      loader,
      action,
    } = module as {
      default: ComponentType;
      loader: never;
      action?: never;
    };
    return { path, Component: Page, loader, ...(action ? { action } : {}) };
  }),
);

/** Opens a page of the administration, or sends a form to it, as the server would. */
export async function visit(
  door: DoorContext,
  path: string,
  form?: Readonly<Record<string, string>>,
): Promise<Answer> {
  const request = new Request(
    `http://hatchery.test${path}`,
    form ? { method: 'POST', body: new URLSearchParams(form) } : {},
  );
  const context = await handler.query(request, { requestContext: door });
  if (context instanceof Response)
    return { status: context.status, location: context.headers.get('location'), html: '' };
  const error = Object.values(context.errors ?? {})[0];
  if (error instanceof Error) throw error;
  if (error !== undefined) return { status: (error as { status: number }).status, location: null, html: '' };
  const html = renderToStaticMarkup(
    <LocaleProvider locale={door.locale} now={door.now}>
      <StaticRouterProvider
        router={createStaticRouter(handler.dataRoutes, context)}
        context={context}
        hydrate={false}
      />
    </LocaleProvider>,
  );
  return { status: context.statusCode, location: null, html };
}

/** The hidden inputs of the form that carries an intent (or of the first one), as a browser would send them. */
export function hiddenOf(html: string, intent?: string): Record<string, string> {
  const forms = html.match(/<form[^>]*method="post"[\s\S]*?<\/form>/g) ?? [];
  const form = intent ? forms.find((each) => each.includes(`value="${intent}"`)) : forms[0];
  if (form === undefined) throw new Error(`There is no form ${intent ?? ''}`);
  const inputs = [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  return Object.fromEntries(inputs.map((m) => [m[1] ?? '', m[2] ?? '']));
}
