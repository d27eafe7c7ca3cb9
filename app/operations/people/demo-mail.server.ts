import { newestLetters } from '#db/reads/letters.server.ts';
import { letterOf } from '../deliver-outbox.server.ts';
import type { House } from '../house.ts';

/** A letter as a visitor of the demo reads it. `link` is the path of ours that stands in it. */
export interface DemoLetter {
  readonly id: string;
  readonly at: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly link: string | null;
}

const SHOWN = 30;

/** The newest letters of a demo, which are never sent. For a demo only: they hold links that let anybody in. */
export async function readDemoMail(house: House): Promise<readonly DemoLetter[]> {
  const letters: DemoLetter[] = [];
  for (const row of await newestLetters(house.store.read, SHOWN)) {
    const letter = await letterOf(house, row, '');
    if (letter === null) continue;
    const { to, subject, text } = letter;
    const link = /(?:^|[\s：:])(\/[\w\-/?=%&.]+)/m.exec(text)?.[1] ?? null;
    letters.push({ id: row.id, at: row.created_at, to, subject, text, link });
  }
  return letters;
}
