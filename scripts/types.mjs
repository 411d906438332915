// npm run types: checks every tsconfig by itself, so that each part sees only the globals it may use. What was checked before is remembered
// under node_modules: a second run takes a fifth of the time.

import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { inTurn } from './lib/in-turn.mjs';
import { cli, root, run, tool } from './lib/run.mjs';
import { filesIn, foldersIn } from './lib/stamp.mjs';

const isConfig = (file) => /(^|\/)tsconfig(\.\w+)?\.json$/.test(file);
const NO_INPUTS = /error TS18003/;
const memoryOf = (config) => join(root, 'node_modules', '.cache', 'types', `${config.replaceAll('/', '-')}.tsbuildinfo`);

cli(async () => {
  const workspaces = [...foldersIn('packages'), ...foldersIn('apps')];
  const missing = workspaces.filter((folder) => existsSync(join(root, folder, 'package.json')) && !existsSync(join(root, folder, 'tsconfig.json')));
  for (const folder of missing) process.stdout.write(`${folder} has no tsconfig.json: its types are not checked\n`);

  const configs = ['tsconfig.json', 'e2e/tsconfig.json', ...workspaces.flatMap((folder) => filesIn(folder, isConfig))];
  const checks = configs.map((config) => async () => ({
    config,
    ...(await run(tool('tsc', '-p', config, '--noEmit', '--pretty', 'false', '--incremental', '--tsBuildInfoFile', memoryOf(config)), {
      quiet: true,
    })),
  }));
  const failed = (await inTurn(checks, availableParallelism())).filter(({ code, output }) => code !== 0 && !NO_INPUTS.test(output));
  for (const { config, output } of failed) process.stdout.write(`${config}\n${output}\n`);
  process.stdout.write(`${configs.length} projects, ${failed.length} with errors\n`);
  return failed.length || missing.length ? 1 : 0;
});
