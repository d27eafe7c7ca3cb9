import { strToU8, unzipSync, zipSync } from 'fflate';
import { it } from 'vitest';
import { openPackage } from '#app/documents/register-zip.server.ts';
import { readSheet } from '#app/documents/register-sheet.server.ts';
import { readXml } from '#app/documents/register-xml.server.ts';
import { registerBytes } from '../register-rendering.ts';
it('m', async () => {
  const full = `<worksheet><sheetData>${('<row>'+'<c t="s"><v>20</v></c>'.repeat(13)+'</row>').repeat(9999)}</sheetData></worksheet>`;
  for (const level of [1, 6] as const) {
  const b = zipSync({ ...unzipSync(registerBytes()), 'xl/worksheets/sheet2.xml': [strToU8(full), { level }] });
  const s = performance.now();
  const p = openPackage(b); if (!p.ok) throw 1;
  const part = p.value.read('xl/worksheets/sheet2.xml');
  const m = performance.now();
  if (!part.ok || !part.value) throw 2;
  readXml(part.value, {});
  const x = performance.now();
  readSheet(part.value, {sharedTexts: Array(100).fill('abc'), isDateStyle: () => false, from1904: false});
  console.log('unzip', m - s, 'xml', x-m, 'sheet', performance.now()-x);
  }
});
