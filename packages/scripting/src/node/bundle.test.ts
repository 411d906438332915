import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build, type Plugin } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { effectOf } from '../testing/support.ts';

/** The app as it is shipped: main and worker bundled apart, npm packages left where they are installed, started from another folder. */
const root = fileURLToPath(new URL('../..', import.meta.url));
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'script-bundle-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const main = `import { createScriptPool } from './src/node/index.ts';
const pool = createScriptPool({ size: 1 });
console.log(JSON.stringify(await pool.run(${JSON.stringify(effectOf('outcome = "bundled";'))}, () => ({ ok: true, value: null }))));
await pool.close();`;

/** Names npm packages by their file, as pnpm links them for this package alone. */
const packagesStay: Plugin = {
  name: 'packages-stay',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^(@jitl|quickjs)/ }, async ({ path, resolveDir, kind, pluginData }) => {
      if (pluginData === 'seen') return undefined;
      return { path: (await resolve(path, { resolveDir, kind, pluginData: 'seen' })).path, external: true };
    });
  },
};

async function bundle(app: string, external: boolean): Promise<void> {
  const options = {
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'silent',
    plugins: external ? [packagesStay] : [],
  } as const;
  await build({ ...options, stdin: { contents: main, resolveDir: root, loader: 'ts' }, outfile: join(app, 'dist/main.js') });
  await build({ ...options, entryPoints: [join(root, 'src/node/worker.ts')], outfile: join(app, 'dist/script-worker.js') });
  await writeFile(join(app, 'package.json'), '{"type":"module"}');
}
const start = async (app: string) =>
  JSON.parse((await promisify(execFile)(process.execPath, [join(app, 'dist/main.js')], { cwd: tmpdir() })).stdout) as object;

test('an app that depends on this package finds the wasm of the installed QuickJS', { timeout: 60_000 }, async () => {
  const app = join(folder, 'linked');
  await bundle(app, true);
  await mkdir(join(app, 'node_modules/@tandem'), { recursive: true });
  await symlink(root, join(app, 'node_modules/@tandem/scripting'));
  expect(await start(app)).toMatchObject({ status: 'ok', outcome: 'bundled' });
});

test('an app in one folder needs nothing installed when quickjs.wasm lies beside the worker', { timeout: 60_000 }, async () => {
  const app = join(folder, 'alone');
  await bundle(app, false);
  await copyFile(createRequire(import.meta.url).resolve('@jitl/quickjs-wasmfile-release-sync/wasm'), join(app, 'dist/quickjs.wasm'));
  expect(await start(app)).toMatchObject({ status: 'ok', outcome: 'bundled' });
});
