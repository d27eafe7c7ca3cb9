// The measure of the machine: `node:http`, one prepared statement for each query, HTML joined by hand. It knows nobody,
// asks no policy and keeps no history but one line: what a page costs beyond this is what the program adds.
import { createServer } from 'node:http';
import { verify } from '@node-rs/argon2';
import Sqlite from 'better-sqlite3';
import { barePages } from './pages.ts';

const db = new Sqlite(process.env.BARE_DATABASE ?? '');
db.pragma('journal_mode = wal');
db.pragma('synchronous = FULL');
const pages = barePages(db);
const person = db.prepare('select id, password_hash from person where email = ?');
const addSession = db.prepare(
  `insert into session (id, person_id, created_at, seen_at, expires_at, agent) values (?, ?, ?, ?, ?, '')`,
);
const record = db.prepare('select * from application where id = ?');
const move = db.prepare(
  'update application set version = version + 1, updated_at = ? where id = ? and version = ?',
);
const addEvent = db.prepare(
  `insert into history (lifecycle, record_id, number, center_id, event, from_state, to_state, actor_id, actor_name, role, at, input, observed, request_id, machine_version, previous_hash, hash)
   values ('application', ?, ?, ?, 'bare', ?, ?, null, '', 'system', ?, '{}', '{}', '', 1, '', '')`,
);
let events = 1_000_000;
const advance = db.transaction((id: string) => {
  const row = record.get(id) as { version: number; state: string; center_id: string };
  events += 1;
  const at = new Date().toISOString();
  move.run(at, id, row.version);
  addEvent.run(id, events, row.center_id, row.state, row.state, at);
});
let sessions = 0;

async function posted(path: string, body: URLSearchParams): Promise<void> {
  if (path === '/event') return advance.immediate(body.get('id') ?? '');
  const found = person.get(body.get('email')) as { id: string; password_hash: string };
  await verify(found.password_hash, body.get('password') ?? '');
  const at = new Date().toISOString();
  sessions += 1;
  addSession.run(`bare-${process.pid}-${sessions}`, found.id, at, at, at);
}

createServer((request, response) => {
  const url = new URL(request.url ?? '/', 'http://localhost');
  if (request.method === 'POST') {
    let body = '';
    request.on('data', (part) => {
      body += part;
    });
    request.on('end', async () => {
      await posted(url.pathname, new URLSearchParams(body));
      response.writeHead(303, { location: '/' }).end();
    });
    return;
  }
  if (url.pathname === '/healthz') {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': 11 }).end('{"ok":true}');
    return;
  }
  const html = Buffer.from(pages(url.pathname, url.searchParams));
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': html.byteLength });
  response.end(html);
}).listen(Number(process.env.PORT), '127.0.0.1', () => process.stdout.write('http://\n'));
