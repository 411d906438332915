import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { must, node, root } from './run.mjs';
import { fingerprint, sourcesOf, stamp, stamped } from './stamp.mjs';

const COMMON = ['pnpm-lock.yaml', 'tsconfig.base.json', 'scripts/build.mjs', 'scripts/lib/build.mjs'];

/** What is built, from what, and the files that prove that it was. */
const targets = [
  {
    name: 'designer',
    sources: ['apps/designer', 'packages'],
    results: ['apps/designer/dist/index.html', 'apps/designer/dist/login.html'],
    stamp: 'apps/designer/dist/.stamp',
  },
  {
    name: 'simulator',
    sources: ['apps/simulator', 'packages'],
    results: ['apps/simulator/dist/main.js', 'apps/simulator/dist/script-worker.js'],
    stamp: 'apps/simulator/dist/.stamp',
  },
];

const BUNDLES = [
  { in: 'apps/simulator/src/main.ts', out: 'apps/simulator/dist/main.js' },
  { in: 'packages/scripting/src/node/worker.ts', out: 'apps/simulator/dist/script-worker.js' },
];

function demand(file, what) {
  if (!existsSync(join(root, file))) throw new Error(`Cannot build the ${what}: ${file} does not exist.`);
}

/** Vite runs in a process of its own: it wants apps/designer as its working folder. */
async function buildDesigner() {
  demand('apps/designer/index.html', 'designer');
  const vite = join(root, 'apps/designer/node_modules/vite/bin/vite.js');
  await must(node(vite, 'build', '--logLevel', 'warn'), { cwd: join(root, 'apps/designer'), quiet: true });
}

/** Bundles the workspace's own packages, which are TypeScript source; npm packages stay where they are installed. */
async function buildSimulator() {
  for (const bundle of BUNDLES) demand(bundle.in, 'simulator');
  const { build } = await import('esbuild');
  rmSync(join(root, 'apps/simulator/dist'), { recursive: true, force: true });
  for (const bundle of BUNDLES) {
    const result = await build({
      absWorkingDir: root,
      entryPoints: [bundle.in],
      outfile: bundle.out,
      bundle: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      conditions: ['import'],
      sourcemap: true,
      logLevel: 'silent',
      plugins: [npmPackagesStay(join(root, 'apps/simulator'))],
    }).catch((error) => error);
    if (result.errors?.length) throw new Error(await messages(result.errors));
  }
}

async function messages(errors) {
  const { formatMessages } = await import('esbuild');
  return (await formatMessages(errors, { kind: 'error' })).join('');
}

/**
 * Leaves npm packages out of a bundle. One that only a workspace package depends on cannot be found from the app's folder by its
 * name (pnpm links direct dependencies only), so it is named by the path of its link.
 */
function npmPackagesStay(app) {
  const own = JSON.parse(readFileSync(join(app, 'package.json'), 'utf8')).dependencies;
  return {
    name: 'npm-packages-stay',
    setup(build) {
      build.onResolve({ filter: /^[^./]/ }, async ({ path, importer, resolveDir, kind, pluginData }) => {
        if (pluginData === 'seen' || kind === 'entry-point' || path.startsWith('node:') || path.startsWith('@tandem/')) return;
        const name = path.match(/^(@[^/]+\/)?[^/]+/)[0];
        if (own[name]) return { path, external: true };
        const found = await build.resolve(path, { importer, resolveDir, kind, pluginData: 'seen' });
        if (found.errors.length || !found.path.includes('node_modules')) return found;
        return { path: relative(join(app, 'dist'), found.path), external: true };
      });
    },
  };
}

/** Builds what changed since it was last built. */
export async function buildAll({ force = false } = {}) {
  const builds = { designer: buildDesigner, simulator: buildSimulator };
  const work = targets.map(async (target) => {
    const state = fingerprint([...COMMON, ...sourcesOf(...target.sources)], process.env.NODE_ENV);
    const fresh = stamped(target.stamp, state) && target.results.every((file) => existsSync(join(root, file)));
    if (fresh && !force) return;
    const begun = performance.now();
    process.stdout.write(`Building the ${target.name} ...\n`);
    await builds[target.name]();
    for (const file of target.results) {
      if (!existsSync(join(root, file))) throw new Error(`The build of the ${target.name} left no ${file}.`);
    }
    stamp(target.stamp, state);
    process.stdout.write(`Built the ${target.name} in ${((performance.now() - begun) / 1000).toFixed(1)} s\n`);
  });
  const failed = (await Promise.allSettled(work)).filter(({ status }) => status === 'rejected');
  if (failed.length) throw new Error(failed.map(({ reason }) => reason.message).join('\n'));
}
