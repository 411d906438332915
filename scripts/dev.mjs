// npm run dev [-- export.json]: the simulator restarts when its sources change; Vite serves the designer and passes the server's paths on.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { install } from './lib/install.mjs';
import { cli, exitCode, root, start, stop, tool } from './lib/run.mjs';

const PATHS = ['/api', '/am', '/sim', '/healthz', '/.well-known'];

cli(async (args) => {
  await install();
  const { HOST = '127.0.0.1', PORT = '8080', DESIGNER_PORT = '5173' } = process.env;
  const simulator = start(tool('tsx', 'watch', '--clear-screen=false', join(root, 'apps/simulator/src/main.ts'), ...args), {
    env: { ...process.env, HOST, PORT },
  });
  simulator.once('exit', (code, signal) => stop(code ?? exitCode(signal)));

  const designer = join(root, 'apps/designer');
  const vite = createRequire(join(designer, 'package.json')).resolve('vite');
  const { createServer } = await import(pathToFileURL(vite).href);
  const target = `http://${HOST}:${PORT}`;
  const server = await createServer({
    root: designer,
    server: { port: Number(DESIGNER_PORT), proxy: Object.fromEntries(PATHS.map((path) => [path, { target, xfwd: true }])) },
  });
  await server.listen();
  server.printUrls();
});
