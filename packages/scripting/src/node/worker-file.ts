import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { compileWasm } from './wasm.ts';

const WASM = '@jitl/quickjs-wasmfile-release-sync/wasm';

/** Builds the worker from source once and keeps it under its hash: a worker thread of Node 20 cannot load TypeScript. */
async function buildWorker(): Promise<URL> {
  const source = new URL('./worker.ts', import.meta.url);
  if (!existsSync(source))
    throw new Error(`Script worker not found: expected ${new URL('./script-worker.js', import.meta.url).href}, built from @tandem/scripting/worker`);
  // A name that no bundler follows: esbuild is a tool of development.
  const tool = 'esbuild';
  const { build } = (await import(tool)) as typeof import('esbuild');
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(source)],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'silent',
  });
  const code = outputFiles[0]?.contents ?? new Uint8Array();
  const folder = new URL('../../node_modules/.cache/script-worker/', import.meta.url);
  const file = new URL(`${createHash('sha256').update(code).digest('hex').slice(0, 16)}.mjs`, folder);
  if (existsSync(file)) return file;
  await mkdir(folder, { recursive: true });
  const draft = new URL(`${file.href}.${process.pid}`);
  await writeFile(draft, code);
  await rename(draft, file);
  return file;
}

/** The worker's script: the given one, the one beside the bundled app, or one built from source. */
export async function findWorker(given: URL | undefined): Promise<URL> {
  if (given) return given;
  const bundled = new URL('./script-worker.js', import.meta.url);
  return existsSync(bundled) ? bundled : buildWorker();
}

/** The wasm of the installed package. A bundled app reaches it through this package, whose dependency it is. */
function installedWasm(): string {
  const here = createRequire(import.meta.url);
  try {
    return here.resolve(WASM);
  } catch {
    return createRequire(here.resolve('@tandem/scripting')).resolve(WASM);
  }
}

/** QuickJS, compiled once for all workers: from the given file, from `quickjs.wasm` beside the worker, or from the installed package. */
export async function compileQuickJs(given: URL | undefined, worker: URL): Promise<WebAssembly.Module> {
  const beside = new URL('./quickjs.wasm', worker);
  return compileWasm(await readFile(given ?? (existsSync(beside) ? beside : installedWasm())));
}
