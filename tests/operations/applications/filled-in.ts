import { formInputOf } from '#app/domain/forms/form-input.ts';

/** A first section with nothing wrong in it, as a registered organization fills it in. */
export const right: Readonly<Record<string, string | readonly string[]>> = {
  organizationName: '襄城县暖心社会工作服务中心',
  registrationType: 'service_org',
  uscc: '52411025MJGDEM0154',
  foundedOn: '2024-05-06',
  stage: 'start_up',
  communityKind: 'public_benefit',
  fields: ['elderly', 'children'],
  community: '文昌社区',
  address: '文昌路 1 号',
  personName: '王芳',
  phone: '13800138000',
};

/** A form with these answers. */
export const inputOf = (values: Readonly<Record<string, string | readonly string[]>>) =>
  formInputOf(
    Object.entries(values).flatMap(([name, value]) =>
      [value].flat().map((text): [string, string] => [name, text]),
    ),
  );

/** What became of it: the refusals' codes, or `done`. */
export const codes = (result: { ok: boolean; refusals?: readonly { code: string }[] }) =>
  result.ok ? 'done' : (result.refusals ?? []).map((each) => each.code).join(' ');
