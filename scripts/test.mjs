// npm test [-- step ...]: everything that CI checks. Failures print their output; the closing line counts tests.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, relative } from 'node:path';
import { browserTests } from './lib/browser-tests.mjs';
import { inTurn } from './lib/in-turn.mjs';
import { install } from './lib/install.mjs';
import { playwrightCounts, vitestCounts } from './lib/reports.mjs';
import { cli, node, root, run, tool } from './lib/run.mjs';

const reports = join(root, 'node_modules/.cache/tandem-tests');
const unitReport = join(reports, 'unit.json');
const browserReport = join(reports, 'browser.json');

const script = (name) => () => run(node(`scripts/${name}.mjs`), { quiet: true });
const steps = [
  { name: 'build', run: script('build') },
  { name: 'types', run: script('types') },
  { name: 'lint', run: () => run(tool('biome', 'ci', '--colors=off', '--error-on-warnings', '.'), { quiet: true }) },
  { name: 'boundaries', run: script('boundaries') },
  { name: 'unused', run: () => run(tool('knip', '--no-progress', '--no-config-hints'), { quiet: true }) },
  { name: 'sizes', run: script('sizes'), after: 'build' },
  {
    name: 'unit',
    run: () => run(tool('vitest', 'run', '--reporter=dot', '--reporter=json', `--outputFile=${unitReport}`), { quiet: true, env: { NO_COLOR: '1' } }),
    late: true,
  },
  { name: 'browser', run: () => browserTests([], { report: browserReport, quiet: true }), late: true, after: 'build' },
];

const seconds = (since) => ((performance.now() - since) / 1000).toFixed(1).padStart(6);

async function perform(step, done) {
  if (step.after && done.get(step.after)?.code) return report(step, { code: 1, output: `not run: ${step.after} failed\n` }, performance.now());
  const since = performance.now();
  return report(step, await step.run().catch((error) => ({ code: 1, output: `${error.message}\n` })), since);
}

/** The beginning and the end of a long output; all of it is in a file. */
function shortened(output, file) {
  writeFileSync(file, output);
  const lines = output.trimEnd().split('\n');
  if (lines.length <= 160) return lines.join('\n');
  return [...lines.slice(0, 60), `... ${lines.length - 160} more lines in ${relative(root, file)} ...`, ...lines.slice(-100)].join('\n');
}

function report(step, { code, output }, since) {
  process.stdout.write(`${code ? 'FAIL' : 'ok  '} ${step.name.padEnd(12)} ${seconds(since)} s\n`);
  if (code) process.stdout.write(`${shortened(output, join(reports, `${step.name}.log`)).replace(/^/gm, '     ')}\n`);
  return { code };
}

cli(async (names) => {
  const unknown = names.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length) throw new Error(`No step ${unknown.join(', ')}; there are: ${steps.map(({ name }) => name).join(', ')}`);
  const chosen = steps.filter(({ name }) => names.length === 0 || names.includes(name));
  const begun = performance.now();
  rmSync(reports, { recursive: true, force: true });
  await install();
  mkdirSync(reports, { recursive: true });

  const done = new Map();
  const job = (step) => async () => done.set(step.name, await perform(step, done));
  // Static checks share the cores; test runs bring their own workers.
  const [now, next] = [chosen.filter(({ late, after }) => !late && !after), chosen.filter(({ late, after }) => late || after)];
  await inTurn(now.map(job), availableParallelism());
  await inTurn(next.map(job), 1);

  const counts = [vitestCounts(unitReport), playwrightCounts(browserReport)];
  for (const test of counts[1].second) process.stdout.write(`passed the second time only: ${test}\n`);
  const failed = [...done].filter(([, { code }]) => code).map(([name]) => name);
  process.stdout.write(`${failed.length ? `FAILED: ${failed.join(', ')}` : 'all steps passed'} in ${seconds(begun).trim()} s\n`);
  process.stdout.write(`${counts[0].passed + counts[1].passed} passed, ${counts[0].failed + counts[1].failed} failed\n`);
  return failed.length ? 1 : 0;
});
