// Preloaded into the real server (node --import): notes whom the process turns to, a line of JSON for each, in the file
// that OUTWARD names. Nothing is held back; only looked at.
import { ChildProcess } from 'node:child_process';
import dgram from 'node:dgram';
import dns from 'node:dns';
import { appendFileSync } from 'node:fs';
import net from 'node:net';

const file = process.env.OUTWARD;
const note = (how, to) => appendFileSync(file, `${JSON.stringify({ how, to })}\n`);

/** Calls `look` with the arguments of each call of a method, which does what it did. */
function watch(object, name, look) {
  const original = object[name];
  object[name] = function watched(...given) {
    look(given);
    return Reflect.apply(original, this, given);
  };
}

watch(net.Socket.prototype, 'connect', (given) => {
  // either what was passed, or the same already put in order by net.connect
  const [first, second] = Array.isArray(given[0]) ? given[0] : given;
  const asked = typeof first === 'object' && first !== null ? first : { port: first, host: second };
  note('connect', asked.path ?? `${asked.host ?? 'localhost'}:${asked.port}`);
});
watch(dgram.Socket.prototype, 'send', () => note('datagram', ''));
watch(ChildProcess.prototype, 'spawn', ([options]) => note('program', options.file));
const asksNames = /^(lookup|resolve\w*|reverse)$/;
// an address that is written out is asked of nobody
for (const module of [dns, dns.promises])
  for (const name of Object.keys(module).filter((each) => asksNames.test(each)))
    watch(module, name, ([host]) => void (net.isIP(String(host)) || note('name', String(host))));
