import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  newSealingKey,
  type SealingKey,
  sealFile,
  sealingKeyOf,
  unsealFile,
} from '#app/outside/backup/sealing.server.ts';

let folder: string;
let key: SealingKey;
let serial = 0;

// made here and not while the file is read: where none of its tests is asked for, nothing is made and nothing is left
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hatchery-seal-'));
  key = await newSealingKey('a key of an operator', undefined, 1024);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function sealed(content: Buffer) {
  serial += 1;
  const [plain, to] = [join(folder, `plain-${serial}`), join(folder, `sealed-${serial}`)];
  writeFileSync(plain, content);
  return { to, ...(await sealFile(plain, to, key)) };
}

const piece = 64 * 1024;

describe('a sealed file', () => {
  it.each([0, 1, piece - 1, piece, piece + 1, 3 * piece, 3 * piece + 7])(
    'of %i bytes opens again',
    async (size) => {
      const content = Buffer.alloc(size, 7);
      const made = await sealed(content);
      const back = join(folder, `back-${serial}`);
      const opened = await unsealFile(made.to, key, back);
      expect(opened).toEqual(made.content);
      expect(readFileSync(back).equals(content)).toBe(true);
      expect(readFileSync(made.to).length).toBe(made.sealed.size);
    },
  );

  it('shows nothing of what is in it, and is another one each time', async () => {
    const content = Buffer.from('张三 13800001234 '.repeat(500));
    const [one, two] = [await sealed(content), await sealed(content)];
    expect(readFileSync(one.to).includes(Buffer.from('13800001234'))).toBe(false);
    expect(one.sealed.sha256).not.toBe(two.sealed.sha256);
  });

  it('does not open when one byte anywhere was changed', async () => {
    const made = await sealed(Buffer.alloc(2 * piece + 100, 1));
    const bytes = readFileSync(made.to);
    const places = [0, 30, 60, 5000, piece, piece + 80, 2 * piece, bytes.length - 17, bytes.length - 1];
    for (const place of places) {
      const changed = Buffer.from(bytes);
      changed[place] = (changed[place] ?? 0) ^ 1;
      writeFileSync(join(folder, 'changed'), changed);
      expect(await unsealFile(join(folder, 'changed'), key), `byte ${place}`).toBeNull();
    }
  });

  it('does not open when it was cut, at whatever place, or its pieces change places or are added to', async () => {
    const made = await sealed(Buffer.alloc(2 * piece, 1));
    const bytes = readFileSync(made.to);
    const head = bytes.length - 2 * (piece + 16) - 16;
    const [first, second] = [head, head + piece + 16].map((at) => bytes.subarray(at, at + piece + 16));
    const others = [
      ...[0, 10, head, head + 100, head + piece + 16, bytes.length - 16, bytes.length - 1].map((n) =>
        bytes.subarray(0, n),
      ),
      Buffer.concat([bytes.subarray(0, head), second!, first!, bytes.subarray(bytes.length - 16)]),
      Buffer.concat([bytes, Buffer.alloc(16)]),
      Buffer.concat([bytes, first!]),
    ];
    for (const [i, other] of others.entries()) {
      writeFileSync(join(folder, 'other'), other);
      expect(await unsealFile(join(folder, 'other'), key), `case ${i}`).toBeNull();
    }
  });

  it('does not open with another key, and the key of a backup is known by its sign', async () => {
    const made = await sealed(Buffer.from('x'));
    const other = await newSealingKey('another key of an operator', key.header);
    expect(await unsealFile(made.to, other)).toBeNull();
    expect(await sealingKeyOf('another key of an operator', key.header)).toBeNull();
    const same = await sealingKeyOf('a key of an operator', key.header);
    expect(same && (await unsealFile(made.to, same))).toEqual(made.content);
    expect(same?.sign('text')).toBe(key.sign('text'));
  });
});
