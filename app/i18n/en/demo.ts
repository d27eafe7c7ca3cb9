import type { demo as zh } from '../zh-CN/demo.ts';

/** What the command of the demo says. */
export const demo = {
  'demo.building':
    'Making the demo center: about thirty months of work are lived through, some twenty seconds …',
  'demo.made': 'The demo center is there, after {seconds} seconds.',
  'demo.goesOn': 'Going on with the demo center of {made}. For a new one: npm run demo -- --fresh',
  'demo.old':
    'This demo center is {days} days old; many of its deadlines have passed. Better make a new one: npm run demo -- --fresh',
  'refusal.demo.folderTaken':
    '{folder} holds something else, no demo center; nothing was changed. Name another folder in DATA_DIR.',
  'refusal.demo.databaseTaken':
    'The database in DATABASE_URL holds something already; nothing was changed. Name an empty one in DATABASE_URL.',
  'demo.accounts': 'Demo accounts (the password of each is {password}):',
} satisfies Record<keyof typeof zh, string>;
