import { importCommand } from './import-register.server.ts';

// npm run import -- FILE: brings a center's register in. npm says where it was called from; names of files are said from there.
// Whoever reads the lines may have read enough (`| head`): the import goes on.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await importCommand(process.argv.slice(2), {
  env: process.env,
  folder: process.env.INIT_CWD ?? process.cwd(),
  out: (line) => void process.stdout.write(`${line}\n`),
  err: (line) => void process.stderr.write(`${line}\n`),
});
