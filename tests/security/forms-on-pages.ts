/** One input of a form, as a page draws it. */
export interface Input {
  readonly name: string;
  readonly kind: 'text' | 'figure' | 'date' | 'choice' | 'box' | 'file' | 'hidden' | 'password';
  /** What stands in it, or a value that it may well take. */
  readonly value: string;
  readonly isRequired: boolean;
  /** The longest text it takes; null where the page does not say. */
  readonly max: number | null;
}

/** A form of a page: what a browser would send from it, and where. */
export interface PageForm {
  readonly page: string;
  readonly action: string;
  readonly isMultipart: boolean;
  readonly inputs: readonly Input[];
}

const plainText = (text: string) =>
  text.replace(
    /&(amp|lt|gt|quot|#x27|#39);/g,
    (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name] ?? "'",
  );

const attribute = (tag: string, name: string): string | null => {
  const found = new RegExp(`\\s${name}(?:="([^"]*)")?(?=[\\s/>])`, 'i').exec(tag);
  return found ? plainText(found[1] ?? '') : null;
};

/** The forms that send something, out of a page of the product. */
export function formsOn(page: string, html: string): readonly PageForm[] {
  return [...html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].flatMap(([, head = '', body = '']) => {
    const tag = `<form${head}>`;
    if ((attribute(tag, 'method') ?? 'get').toLowerCase() !== 'post') return [];
    return [
      {
        page,
        action: attribute(tag, 'action') || page,
        isMultipart: attribute(tag, 'enctype') === 'multipart/form-data',
        inputs: inputsIn(body),
      },
    ];
  });
}

function inputsIn(body: string): readonly Input[] {
  const found = new Map<string, Input>();
  const put = (input: Input) => {
    if (input.name !== '' && !found.has(input.name)) found.set(input.name, input);
  };
  for (const [tag] of body.matchAll(/<input\b[^>]*>/g)) put(inputOf(tag));
  for (const [, head = '', content = ''] of body.matchAll(/<textarea\b([^>]*)>(.*?)<\/textarea>/gs)) {
    put({
      ...common(`<textarea${head}>`),
      kind: 'text',
      value: plainText(content) || '按计划办理，材料齐全。'.repeat(6),
    });
  }
  for (const [, head = '', content = ''] of body.matchAll(/<select\b([^>]*)>(.*?)<\/select>/gs)) {
    const options = [...content.matchAll(/<option\b[^>]*>/g)].map(([tag]) => attribute(tag, 'value') ?? '');
    put({
      ...common(`<select${head}>`),
      kind: 'choice',
      value: options.find((option) => option !== '') ?? '',
    });
  }
  for (const [tag] of body.matchAll(/<button\b[^>]*>/g)) {
    const name = attribute(tag, 'name');
    if (name) put({ ...common(tag), kind: 'hidden', value: attribute(tag, 'value') ?? '' });
  }
  return [...found.values()];
}

const common = (tag: string) => ({
  name: attribute(tag, 'name') ?? '',
  isRequired: attribute(tag, 'aria-required') !== null,
  max: Number(attribute(tag, 'data-max')) || null,
});

function inputOf(tag: string): Input {
  const type = (attribute(tag, 'type') ?? 'text').toLowerCase();
  const value = attribute(tag, 'value') ?? '';
  const base = common(tag);
  if (type === 'hidden') return { ...base, kind: 'hidden', value };
  if (type === 'password') return { ...base, kind: 'password', value: '' };
  if (type === 'file') return { ...base, kind: 'file', value: '' };
  if (type === 'checkbox' || type === 'radio')
    return { ...base, kind: type === 'radio' ? 'choice' : 'box', value: value || 'yes' };
  if (attribute(tag, 'data-date') !== null) return { ...base, kind: 'date', value: value || '2026-04-01' };
  const mode = attribute(tag, 'inputmode');
  if (mode === 'numeric' || mode === 'decimal') return { ...base, kind: 'figure', value: value || '1' };
  const sample =
    type === 'tel' || mode === 'tel'
      ? '13800001234'
      : mode === 'email'
        ? 'nobody@test.example'
        : '文昌社区服务队';
  return { ...base, kind: 'text', value: value || sample };
}
