// npm run bench [-- name ...]: runs bench/*.bench.ts, one at a time so that they do not disturb each other; each prints its own ratios.
import { basename } from 'node:path';
import { install } from './lib/install.mjs';
import { cli, node, run } from './lib/run.mjs';
import { SERVER_FLAGS } from './lib/server-flags.mjs';
import { filesIn } from './lib/stamp.mjs';

cli(async (names) => {
  await install();
  const all = filesIn('bench', (file) => file.endsWith('.bench.ts'));
  const files = all.filter((file) => names.length === 0 || names.includes(basename(file, '.bench.ts')));
  if (files.length === 0) throw new Error(`No such benchmark; there are: ${all.map((file) => basename(file, '.bench.ts')).join(', ') || 'none'}`);
  let failed = 0;
  for (const file of files) {
    process.stdout.write(`\n${file}\n`);
    const { code } = await run(node(...SERVER_FLAGS, '--expose-gc', '--import', 'tsx', file));
    if (code !== 0) failed++;
  }
  return failed ? 1 : 0;
});
