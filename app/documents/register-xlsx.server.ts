import { done, type Result, refusal, refused } from '#app/domain/refusal.ts';
import type { Grid, Sheet } from '#app/domain/register/grid.ts';
import { readSheet, type SheetContext, unescapeText } from './register-sheet.server.ts';
import { readDateStyles } from './register-styles.server.ts';
import { attribute, readXml, tagsIn } from './register-xml.server.ts';
import { openPackage, type Package } from './register-zip.server.ts';

/** Reads an .xlsx workbook: values as last computed, dates by their style, nothing executed and nothing fetched. */

const MOST_SHEETS = 20;
/** Ten thousand rows of twenty columns have fewer; parsing so many takes about half a second. */
const MOST_TAGS = 1_500_000;
const WORKBOOK = 'xl/workbook.xml';

interface Workbook {
  readonly sheets: readonly { readonly name: string; readonly id: string; readonly hidden: boolean }[];
  readonly from1904: boolean;
}

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

/** The sheets of a workbook, or why it cannot be read (`register.file.*`). Never throws. */
export function readXlsx(bytes: Uint8Array): Result<Grid> {
  const opened = openPackage(bytes);
  if (!opened.ok) return opened;
  const parts = limitTags(opened.value);
  const path = workbookPath(parts);
  if (!path.ok) return path;
  const workbook = readWorkbook(parts, path.value);
  if (!workbook.ok) return workbook;
  const relations = readRelations(parts, path.value);
  if (!relations.ok) return relations;
  const context = readContext(parts, relations.value, workbook.value.from1904);
  if (!context.ok) return context;
  const sheets: Sheet[] = [];
  for (const { name, id, hidden } of workbook.value.sheets.slice(0, MOST_SHEETS)) {
    const target = relations.value.find(
      (relation) => relation.id === id && relation.type === 'worksheet',
    )?.target;
    const part = target === undefined ? done(undefined) : parts.read(target);
    if (!part.ok) return part;
    if (part.value === undefined) continue;
    const sheet = readSheet(part.value, context.value);
    if (!sheet.ok) return sheet;
    sheets.push({ name, hidden, ...sheet.value });
  }
  if (sheets.every((sheet) => sheet.rows.length === 0)) return refused(refusal('register.file.empty'));
  return done({ form: 'xlsx', sheets });
}

/** Where the package says that its workbook is. A package without one is a document of another kind. */
function workbookPath(parts: Package): Result<string> {
  const relations = readRelations(parts, '');
  if (!relations.ok) return relations;
  const target = relations.value.find((relation) => relation.type === 'officeDocument')?.target ?? WORKBOOK;
  if (!parts.names.includes(target) || !parts.names.includes('[Content_Types].xml')) {
    return refused(refusal('register.file.notWorkbook'));
  }
  return done(target);
}

function readWorkbook(parts: Package, path: string): Result<Workbook> {
  const sheets: { name: string; id: string; hidden: boolean }[] = [];
  let from1904 = false;
  let isWorkbook = false;
  const read = readPart(parts, path, {
    open(name, attributes) {
      if (name === 'workbook') isWorkbook = true;
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attributes.date1904 ?? '');
      if (name === 'sheet') {
        const hidden = (attributes.state ?? 'visible') !== 'visible';
        sheets.push({ name: attributes.name ?? '', id: attribute(attributes, 'id') ?? '', hidden });
      }
    },
  });
  if (!read.ok) return read;
  return isWorkbook ? done({ sheets, from1904 }) : refused(refusal('register.file.notWorkbook'));
}

/** What a part refers to, inside the package only; a type is the last word of its address. */
function readRelations(parts: Package, path: string): Result<readonly Relation[]> {
  const cut = path.lastIndexOf('/') + 1;
  const folder = path.slice(0, cut);
  const relations: Relation[] = [];
  const read = readPart(parts, `${folder}_rels/${path.slice(cut)}.rels`, {
    open(name, attributes) {
      if (name !== 'Relationship' || attributes.TargetMode === 'External') return;
      const type = attributes.Type ?? '';
      const target = attributes.Target ?? '';
      relations.push({
        id: attributes.Id ?? '',
        type: type.slice(type.lastIndexOf('/') + 1),
        target: resolvePath(folder, target),
      });
    },
  });
  return read.ok ? done(relations) : read;
}

/** `../a.xml` from `xl/` is `a.xml`. It is only ever looked up among the names of the package. */
function resolvePath(folder: string, target: string): string {
  const path: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}

function readContext(
  parts: Package,
  relations: readonly Relation[],
  from1904: boolean,
): Result<SheetContext> {
  const targetOf = (type: string) => relations.find((relation) => relation.type === type)?.target ?? '';
  const texts = readSharedTexts(parts, targetOf('sharedStrings'));
  if (!texts.ok) return texts;
  const isDateStyle = readDateStyles((handler) => readPart(parts, targetOf('styles'), handler));
  if (!isDateStyle.ok) return isDateStyle;
  return done({ sharedTexts: texts.value, isDateStyle: isDateStyle.value, from1904 });
}

/** The texts that cells share, put together from their formatted runs, without reading aids (`rPh`). */
function readSharedTexts(parts: Package, path: string): Result<readonly string[]> {
  const texts: string[] = [];
  let text = '';
  let inText = false;
  let phonetic = 0;
  const read = readPart(parts, path, {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') phonetic += 1;
      else if (name === 't') inText = phonetic === 0;
    },
    text(piece) {
      if (inText) text += piece;
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') phonetic -= 1;
      else if (name === 'si') texts.push(unescapeText(text));
    },
  });
  return read.ok ? done(texts) : read;
}

/** The same package, which gives out parts until their tags are too many. */
function limitTags(parts: Package): Package {
  let left = MOST_TAGS;
  return {
    names: parts.names,
    read(name) {
      const part = parts.read(name);
      if (!part.ok || part.value === undefined) return part;
      left -= tagsIn(part.value);
      return left < 0 ? refused(refusal('register.file.bomb')) : part;
    },
  };
}

/** Reads a part that may be missing: then there is nothing in it. */
function readPart(parts: Package, path: string, handler: Parameters<typeof readXml>[1]): Result<true> {
  const bytes = parts.read(path);
  if (!bytes.ok) return bytes;
  return bytes.value ? readXml(bytes.value, handler) : done(true);
}
