// npm run boundaries: who imports whom, against scripts/boundaries/rules.mjs.
import { checkBoundaries } from './boundaries/check.mjs';
import * as rules from './boundaries/rules.mjs';
import { cli, root } from './lib/run.mjs';

cli(() => {
  const { problems, files, imports } = checkBoundaries(root, rules);
  for (const problem of problems) process.stdout.write(`${problem}\n`);
  process.stdout.write(`${imports} imports in ${files} files: ${problems.length} ${problems.length === 1 ? 'violation' : 'violations'}\n`);
  return problems.length || !imports ? 1 : 0;
});
