import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import type { DoorContext } from '#app/http/context.ts';
import { readForm, statusOfReading } from '#app/http/form-reader.server.ts';
import { rememberLanguage } from '#app/http/language-cookie.server.ts';
import { safeRedirect } from '#app/http/safe-redirect.server.ts';
import { isLocale } from '#app/i18n/locale.ts';
import { chooseLanguage } from '#app/operations/choose-language.server.ts';
import { paths } from '#app/paths.ts';

/**
 * Sets the language of this browser for who has no account, and goes back: a link, for the pages that are kept for
 * everyone hold no form that sends anything. It changes nothing that is remembered here; an account's language is
 * changed by its form only.
 */
export const loader = ({ context, request }: LoaderFunctionArgs): never => {
  const door = context as DoorContext;
  const { searchParams } = new URL(request.url);
  const locale = searchParams.get('locale');
  const back = safeRedirect(searchParams.get('back'), paths.home());
  if (!isLocale(locale) || door.viewer.person) throw redirect(back);
  throw redirect(back, { headers: { 'set-cookie': rememberLanguage(door.configuration, locale) } });
};

/** Sets the language of the account, or of this browser, and goes back to where the button was. */
export async function action({ context, request }: ActionFunctionArgs) {
  const door = context as DoorContext;
  const form = await readForm(request);
  if (!form.ok) throw new Response(null, { status: statusOfReading(form.refusals) });
  const back = safeRedirect(form.value.get('back'), paths.home());
  const locale = form.value.get('locale');
  if (!isLocale(locale)) throw new Response(null, { status: 422 });
  if (door.viewer.person) await chooseLanguage(door.house, door.viewer.person.id, locale);
  throw redirect(back, {
    status: 303,
    headers: { 'set-cookie': rememberLanguage(door.configuration, locale) },
  });
}

export default function LanguageRoute() {
  return null;
}
