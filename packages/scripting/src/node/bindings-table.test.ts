import { expect, test } from 'vitest';
import { type BindingSet, bindingSetOf, bindingsOf, memberName, membersOf } from '../bindings/index.ts';
import { testPool } from '../testing/pool.ts';
import type { ScriptEffect } from '../types.ts';

/** The table that the script editor completes from, held against the sandbox that scripts run in: neither has what the other lacks. */
const { value } = testPool();
const SETS: Record<Exclude<BindingSet, 'library'>, Pick<ScriptEffect, 'engine' | 'context'>> = {
  decision: { engine: 'next-gen', context: 'SCRIPTED_DECISION_NODE' },
  designer: { engine: 'next-gen', context: 'NODE_DESIGNER' },
  provider: { engine: 'next-gen', context: 'CONFIG_PROVIDER_NODE' },
  legacyDecision: { engine: 'legacy', context: 'SCRIPTED_DECISION_NODE' },
  legacyProvider: { engine: 'legacy', context: 'CONFIG_PROVIDER_NODE' },
};
const sets = Object.keys(SETS) as (keyof typeof SETS)[];

/** JavaScript's own names, the preparer's checks and the roots of Java's packages: nothing that AM's bindings list. */
const NOT_BINDINGS = `/^(globalThis|ʗ.*|undefined|NaN|Infinity|Packages|java|javax|org|com|net|edu|[A-Z]\\w*Error|Error|[A-Z]\\w*Array|Array|ArrayBuffer|DataView|Object|Function|Number|Boolean|String|Math|Date|RegExp|JSON|eval|escape|unescape|parse(Int|Float)|isNaN|isFinite|(en|de)codeURI(Component)?)$/`;
const given = { existingSession: { UserId: 'x' }, properties: { a: 1 }, shared: { key: {} }, callbacks: [] };

async function run(set: keyof typeof SETS, expression: string): Promise<string[]> {
  return JSON.parse((await value(`(function () { outcome = JSON.stringify(${expression}); })();`, given, SETS[set])) as string);
}

test.each(sets)('%s: the table has the names that scripts find, and no other', async (set) => {
  const found = await run(set, `Object.getOwnPropertyNames(globalThis).filter(function (name) { return !${NOT_BINDINGS}.test(name); })`);
  expect(
    bindingsOf(set)
      .given.map(({ name }) => name)
      .sort(),
  ).toEqual(found.sort());
});

/** Types whose members are Java's (the table names the useful ones) or known in part (`cacheManager`). */
const PARTIAL = new Set(['list', 'map', 'requestMap', 'cacheManager', 'jsonValue', 'secret']);
const MADE: Readonly<Record<string, string>> = {
  identity: 'idRepository.getIdentity("7d9f3a1e-0c3b-4f6e-9a55-1f2b3c4d5e6f")',
  responsePromise: 'httpClient.send("https://none.example.com")',
};

function typesOf(set: BindingSet): [path: string, type: string][] {
  const found: [string, string][] = [];
  const add = (path: string, type: string) => {
    found.push([path, type]);
    for (const { call, gives } of membersOf(type)) if (gives?.startsWith('utils.')) add(`${path}.${call}`, gives);
  };
  for (const { name, type } of bindingsOf(set).given) if (type !== undefined) add(name, type);
  return found;
}
const members = sets.flatMap((set) => [
  ...typesOf(set).map(([path, type]) => [set, path, type] as const),
  ...(set === 'decision' ? Object.entries(MADE).map(([type, made]) => [set, made, type] as const) : []),
]);

test.each(members.filter(([, , type]) => !PARTIAL.has(type)))('%s: %s has the members of the table, and no other', async (set, path, type) => {
  expect(membersOf(type).map(memberName).sort()).toEqual((await run(set, `Object.getOwnPropertyNames(${path})`)).sort());
});

test('members of Java collections and JsonValues that the table names are there', async () => {
  const all = (type: string, path: string) =>
    `${JSON.stringify(membersOf(type).map(memberName))}.filter(function (name) { return typeof ${path}[name] !== "function"; })`;
  expect(await run('decision', all('list', 'nodeState.keys()'))).toEqual([]);
  expect(await run('decision', all('map', 'existingSession'))).toEqual([]);
  expect(await run('decision', all('requestMap', 'requestHeaders'))).toEqual([]);
  expect(await run('decision', all('cacheManager', 'cacheManager'))).toEqual([]);
  expect(await run('legacyDecision', all('jsonValue', 'nodeState.get("key")'))).toEqual([]);
});

test('every type that the table names has members', () => {
  const named = [...sets, 'library' as const].flatMap((set) => bindingsOf(set).given.flatMap(({ type }) => type ?? []));
  const given = named.flatMap((type) => membersOf(type).flatMap(({ gives }) => gives ?? []));
  expect([...named, ...given].filter((type) => membersOf(type).length === 0)).toEqual([]);
});

test.each([
  ['AUTHENTICATION_TREE_DECISION_NODE', undefined, 'legacyDecision'],
  ['AUTHENTICATION_TREE_DECISION_NODE', '2.0', 'decision'],
  ['SCRIPTED_DECISION_NODE', '2.0', 'decision'],
  ['CONFIG_PROVIDER_NODE', '1.0', 'legacyProvider'],
  ['CONFIG_PROVIDER_NODE_NEXT_GEN', '2.0', 'provider'],
  ['LIBRARY', '2.0', 'library'],
  ['NODE_DESIGNER', '2.0', 'designer'],
])('a script of %s, evaluator %s, gets the bindings of %s', (context, version, set) => expect(bindingSetOf(context, version)).toBe(set));
