import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type JsonObject, parseExport, SUCCESS_NODE_ID } from '@tandem/journey';
import { expect, test } from 'vitest';
import { startSimulator, type TestSimulator } from './testing/simulator.ts';
import { type Walk, walk } from './testing/walker.ts';

/**
 * Every journey of every export can be run from Start to an end. Always those of the project's own fixtures, each file in a realm of its own; and
 * those of folders of real exports, each folder in one realm: `TANDEM_EXPORTS=<folder>[:<folder>] vitest run apps/simulator/src/exports.test.ts`.
 */
const HERE = import.meta.dirname;
const OWN = ['../../../e2e/fixtures/formats', '../../../packages/journey/test/fixtures'].map((path) => join(HERE, path));
const REAL = (process.env.TANDEM_EXPORTS ?? '').split(':').filter(Boolean);
const ATTEMPTS = 30;
const SOME = 8;

/** A defect of Tandem's, or a walk that leads nowhere; a script that fails, or a journey that is not in the file, is an end as AM has it. */
const NO_END = /Unexpected error|goes in a circle|has no such node/;

const files = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => join(folder, name));

/** What journeys of a tenant find there. */
async function prepared(texts: readonly string[]): Promise<TestSimulator> {
  const simulator = await startSimulator();
  await simulator.services({
    termsAndConditions: { version: '1.0', text: { en: 'Be kind.' }, createDate: '2026-01-01T00:00:00Z' },
    securityQuestions: { questions: { 1: { en: 'Favourite colour?' }, 2: { en: 'First street?' } }, minimum: 1 },
  });
  await simulator.import(TENANT);
  for (const text of texts) await simulator.import(startable(JSON.parse(text) as JsonObject));
  return simulator;
}

/** Every tenant has these, so exports of its journeys need not: each mails a link back. */
const TEMPLATES = Object.fromEntries(
  ['registration', 'resetPassword', 'welcome', 'forgottenUsername'].map((name) => [
    name,
    {
      _id: `emailTemplate/${name}`,
      from: 'am@example.com',
      enabled: true,
      defaultLocale: 'en',
      subject: { en: name },
      message: { en: '<a href="{{object.resumeURI}}">Go on</a>' },
    },
  ]),
);

/** A file whose only purpose is to bring them. */
const TENANT: JsonObject = {
  tree: { _id: 'Tenant', entryNodeId: SUCCESS_NODE_ID, nodes: {} },
  nodes: {},
  innerNodes: {},
  scripts: {},
  emailTemplates: TEMPLATES,
};

/** Journeys that only others start are walked by themselves, disabled ones too. */
function startable(file: JsonObject): JsonObject {
  const open = (value: unknown): void => {
    const tree = (value as { tree?: JsonObject } | null)?.tree;
    if (tree) Object.assign(tree, { enabled: true, innerTreeOnly: false, transactionalOnly: false });
  };
  open(file);
  for (const entry of Object.values(file.trees ?? {})) open(entry);
  return file;
}

/** The first walk that comes to Success, else the best of some. */
async function bestWalk(simulator: TestSimulator, journey: string): Promise<Walk | string> {
  const worth = ({ end, errors }: Walk): number => (end === 'Success' ? 2 : errors.length === 0 ? 1 : 0);
  let best: Walk | undefined;
  let stuck: unknown;
  for (let attempt = 0; best ? attempt < SOME && worth(best) < 2 : attempt < ATTEMPTS; attempt++) {
    try {
      const one = await walk(simulator, journey, attempt);
      expect(one.errors.filter((line) => NO_END.test(line))).toEqual([]);
      if (!best || worth(one) > worth(best)) best = one;
    } catch (error) {
      stuck = error;
    }
  }
  return best ?? String(stuck);
}

/** Walks all journeys, prints the table and fails for those that came to no end. */
async function walkAll(texts: readonly string[]): Promise<void> {
  const simulator = await prepared(texts);
  const head = ['journey', 'end', 'nodes', 'steps', 'chosen by hand', 'attempt', 'last error in the log'];
  const rows = [head, head.map(() => '---')];
  const stuck: string[] = [];
  for (const name of texts.flatMap((text) => parseExport(text).journeys.map((journey) => journey.name))) {
    const best = await bestWalk(simulator, name);
    if (typeof best === 'string') stuck.push(`${name}: ${best}`);
    else rows.push([name, best.end, best.nodes, best.steps, best.chosen, best.attempt + 1, best.errors.at(-1) ?? ''].map(String));
  }
  process.stdout.write(`\n${rows.map((row) => `| ${row.join(' | ')} |`).join('\n')}\n`);
  expect(stuck).toEqual([]);
  expect(rows.length).toBeGreaterThan(2);
}

const readable = (file: string): boolean => {
  try {
    return parseExport(readFileSync(file, 'utf8')).journeys.length > 0;
  } catch {
    return false;
  }
};

test.each(
  OWN.flatMap(files)
    .filter(readable)
    .map((file) => [file.slice(HERE.length - 'apps/simulator/src'.length), file]),
)('every journey of %s runs from Start to an end', { timeout: 60_000 }, (_, file) => walkAll([readFileSync(file, 'utf8')]));

/** Folders may bring scripts alone (packages/scripting reads the same variable); one of them at least has journeys. */
const WITH_JOURNEYS = REAL.filter((folder) => files(folder).some(readable));

test.skipIf(REAL.length === 0)('TANDEM_EXPORTS has journeys', () => expect(WITH_JOURNEYS).not.toEqual([]));

test.skipIf(WITH_JOURNEYS.length === 0).each(WITH_JOURNEYS)(
  'every journey of TANDEM_EXPORTS %s runs from Start to an end',
  { timeout: 600_000 },
  (folder) => walkAll(files(folder).map((file) => readFileSync(file, 'utf8'))),
);
