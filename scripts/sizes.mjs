// npm run sizes: what each page of the built designer loads at once, against the budgets of sizes.json.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { filesOf } from './lib/manifest.mjs';
import { cli, root } from './lib/run.mjs';
import { table } from './lib/table.mjs';

const dist = join(root, 'apps/designer/dist');
const read = (file) => JSON.parse(readFileSync(file, 'utf8'));

cli(() => {
  const manifest = join(dist, '.vite/manifest.json');
  if (!existsSync(manifest))
    throw new Error('apps/designer/dist/.vite/manifest.json does not exist: run `npm run build`, with build.manifest in vite.config.ts.');
  const chunks = read(manifest);
  const kB = (file) => gzipSync(readFileSync(join(dist, file))).length / 1000;
  const sum = (files) => files.reduce((total, file) => total + kB(file), 0);

  const rows = read(join(root, 'scripts/sizes.json')).pages.map(({ name, entry, routes, budget }) => {
    const { scripts, styles } = filesOf(chunks, entry, routes);
    const size = sum(scripts);
    return { name, files: scripts.length, size, budget, css: sum(styles), over: size > budget };
  });
  const lines = rows.map((row) => [row.name, row.files, row.size.toFixed(1), row.budget, row.css.toFixed(1), row.over ? 'OVER' : 'ok']);
  process.stdout.write(table([['page', 'files', 'kB gzip', 'budget', 'css kB', ''], ...lines]));
  return rows.some((row) => row.over) ? 1 : 0;
});
