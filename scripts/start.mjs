// npm start [-- export.json]: installs and builds what is missing, then serves in the foreground.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { buildAll } from './lib/build.mjs';
import { install } from './lib/install.mjs';
import { cli, exitCode, node, root, start, stop } from './lib/run.mjs';
import { SERVER_FLAGS } from './lib/server-flags.mjs';

/** npm runs scripts at the root; the person named the file from where they are. */
function fromCaller(argument) {
  const path = resolve(process.env.INIT_CWD ?? process.cwd(), argument);
  return !argument.startsWith('-') && (existsSync(path) || path.endsWith('.json')) ? path : argument;
}

cli(async (args) => {
  await install();
  await buildAll();
  const server = start(node(...SERVER_FLAGS, `${root}scripts/lib/serve.mjs`, ...args.map(fromCaller)), {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  server.once('exit', (code, signal) => stop(code ?? exitCode(signal)));
});
