import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const source = join(dirname(fileURLToPath(import.meta.url)), '..');
const read = (path: string): string => readFileSync(join(source, path), 'utf8');
const codeIn = (folder: string): string[] =>
  readdirSync(join(source, folder)).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && file !== 'definition.ts');
const support = codeIn('support')
  .map((file) => read(`support/${file}`))
  .join('\n');

/** Assumed rules that no step tells, with the reason: they concern none, or something else tells them. */
const UNTOLD: Readonly<Record<string, string>> = {
  'targetAuthLevel does not narrow the choices: a simulation starts no journey by level.': 'No simulation can reach a step where it would.',
  'The values AGENT, POST, CUSTOM and NONE of the two lists are named after their labels.': 'How a file is written; no step follows from it.',
  'A new node starts with subject type User and redirect type Get.': 'The editor alone makes new nodes.',
  'A node of an inner journey or of a page counts as contained.': 'It concerns the end of the journey, where nothing is chosen.',
  'A password that came back already is asked for again rather than sent to the client; callbacks are numbered from 0 each time.':
    "The engine runs pages and tells its own rule, ASSUMED.pagePassword, at the page's step.",
  'Repeated notifications merge by top-level key.': 'The engine merges and tells its own rule, ASSUMED.merge, where the data is read.',
  'The run stops here and a person chooses the outcome.': 'The step is told and counted as answered by hand.',
  'Outcomes are those stored with the node, else the connected ones; fields are guessed from the values.':
    'The same step is told as answered by hand.',
};

/** What a definition passes to `assumed(…)`: a constant's name, or a text. */
function assumedIn(definition: string): { rule: string; named: boolean }[] {
  return [...definition.matchAll(/\bassumed\(\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|([\w.]+)),?\s*\)/g)].map(([, single, double, name]) =>
    name === undefined ? { rule: (single ?? double ?? '').replaceAll(/\\(.)/g, '$1'), named: false } : { rule: name, named: true },
  );
}

const folders = [...readdirSync(join(source, 'nodes')).map((folder) => `nodes/${folder}`), 'custom', 'generic'];

describe('every assumed rule is told by the steps that rest on it', () => {
  test.each(folders)('%s', (folder) => {
    const definition = read(`${folder}/definition.ts`);
    const rules = assumedIn(definition);
    expect(rules).toHaveLength([...definition.matchAll(/\bassumed\(/g)].length);
    const code = `${codeIn(folder).map((file) => read(`${folder}/${file}`))}\n${support}`;
    const told = (name: string): boolean => new RegExp(`(because\\(|, )${name.replace('.', '\\.')}, 'inferred'`).test(code);
    // A constant of the folder must not be taken for told because another folder's has the same name.
    const untold = rules.filter(({ rule, named }) => (named ? !told(rule) : !Object.hasOwn(UNTOLD, rule))).map(({ rule }) => rule);
    expect(untold).toEqual([]);
  });

  test('no exception outlives its rule', () => {
    const rules = new Set(folders.flatMap((folder) => assumedIn(read(`${folder}/definition.ts`)).map(({ rule }) => rule)));
    expect(Object.keys(UNTOLD).filter((rule) => !rules.has(rule))).toEqual([]);
  });
});
