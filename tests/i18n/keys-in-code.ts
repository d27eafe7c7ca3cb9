import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { roles } from '#app/domain/policy/actor.ts';

/** Keys of the catalogues that source code names: whole ones, and the beginnings of those put together at run time. */
export interface NamedKeys {
  readonly keys: ReadonlySet<string>;
  readonly beginnings: ReadonlySet<string>;
}

const fieldKinds = new Set([
  'text',
  'paragraph',
  'integer',
  'decimal',
  'money',
  'date',
  'choice',
  'choices',
  'tick',
  'yesNo',
  'files',
  'rows',
]);

/**
 * Finds, without running it, what the code will look up: `refusal('code')`, `{ key: 'a.b' }`, the default label
 * of a field, the options of `optionsOf('prefix', [...])`. What depends on run time is named by its beginning.
 */
export function keysIn(code: string): NamedKeys {
  const keys = new Set<string>();
  const beginnings = new Set<string>();
  const source = ts.createSourceFile('code.tsx', code, ts.ScriptTarget.ESNext, true, ts.ScriptKind.TSX);
  const lists = constantLists(source);

  const add = (expression: ts.Expression | undefined, prefix: string) => {
    for (const said of textsOf(expression)) {
      if (said.whole) keys.add(prefix + said.text);
      else if (said.text !== '') beginnings.add(prefix + said.text);
    }
  };
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
      const [first, second] = node.arguments;
      if (node.expression.text === 'refusal') add(first, 'refusal.');
      if (node.expression.text === 'reasonField') addReasonField(first);
      if (node.expression.text === 'optionsOf')
        for (const prefix of textsOf(first).filter((t) => t.whole))
          for (const value of valuesOf(second)) keys.add(`${prefix.text}.${value}`);
    }
    if (ts.isObjectLiteralExpression(node)) addObject(node);
    ts.forEachChild(node, visit);
  };
  const addReasonField = (given: ts.Expression | undefined) => {
    if (given === undefined) return keys.add('field.reason');
    if (!ts.isObjectLiteralExpression(given) || propertyOf(given, 'label')) return;
    const name = propertyOf(given, 'name');
    if (name) add(name, 'field.');
    else keys.add('field.reason');
  };
  const addObject = (node: ts.ObjectLiteralExpression) => {
    const key = propertyOf(node, 'key');
    if (key && node.properties.length <= 2)
      for (const said of textsOf(key)) if (said.text.includes('.')) add(key, '');
    const [kind] = textsOf(propertyOf(node, 'kind'));
    const name = propertyOf(node, 'name');
    if (kind && fieldKinds.has(kind.text) && name && !propertyOf(node, 'label')) add(name, 'field.');
  };
  const valuesOf = (given: ts.Expression | undefined): readonly string[] => {
    if (given && ts.isIdentifier(given)) return lists.get(given.text) ?? [];
    return given && ts.isArrayLiteralExpression(given) ? stringsOf(given) : [];
  };
  visit(source);
  return { keys, beginnings };
}

interface Said {
  readonly text: string;
  /** False for the beginning of a template. */
  readonly whole: boolean;
}

/** The strings that an expression may come to, as far as they stand in it. */
function textsOf(expression: ts.Expression | undefined): readonly Said[] {
  if (expression === undefined) return [];
  if (ts.isStringLiteralLike(expression)) return [{ text: expression.text, whole: true }];
  if (ts.isTemplateExpression(expression)) return [{ text: expression.head.text, whole: false }];
  if (ts.isConditionalExpression(expression))
    return [...textsOf(expression.whenTrue), ...textsOf(expression.whenFalse)];
  return ts.isParenthesizedExpression(expression) ? textsOf(expression.expression) : [];
}

const propertyOf = (node: ts.ObjectLiteralExpression, name: string): ts.Expression | undefined =>
  node.properties
    .filter(ts.isPropertyAssignment)
    .find((p) => (ts.isIdentifier(p.name) || ts.isStringLiteral(p.name)) && p.name.text === name)
    ?.initializer;

const stringsOf = (list: ts.ArrayLiteralExpression): readonly string[] =>
  list.elements.filter(ts.isStringLiteralLike).map((e) => e.text);

/** `const names = ['a', 'b'] as const` by name. */
function constantLists(source: ts.SourceFile): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer) {
      const value = ts.isAsExpression(node.initializer) ? node.initializer.expression : node.initializer;
      if (ts.isArrayLiteralExpression(value)) found.set(node.name.text, stringsOf(value));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The TypeScript files of folders under `app/`, by their path there. */
export const sourcesIn = (...folders: readonly string[]): readonly string[] => {
  const app = fileURLToPath(new URL('../../app/', import.meta.url));
  return folders.flatMap((folder) =>
    readdirSync(app + folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => `${folder}/${name}`)
      .sort(),
  );
};

export const readSource = (name: string): string =>
  readFileSync(new URL(`../../app/${name}`, import.meta.url), 'utf8');

/** Everybody who may stand in a history or be waited for. */
export const everyRole: readonly string[] = [...roles, 'public', 'clock', 'system'];
