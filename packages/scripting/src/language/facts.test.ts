import { describe, expect, test } from 'vitest';
import { scriptFacts } from './facts.ts';

const outcomes = (source: string) => scriptFacts(source).outcomes.map(({ value }) => (value && 'text' in value ? value.text : value));
const keys = (uses: readonly { value: unknown }[]) => uses.map(({ value }) => value);

describe('outcomes of a script', () => {
  test('are read from outcome, action.goTo and legacy Action.goTo', () => {
    expect(outcomes(`outcome = 'a';`)).toEqual(['a']);
    expect(outcomes(`var outcome = "a"; if (x) { action.goTo('b'); }`)).toEqual(['a', 'b']);
    expect(outcomes(`action = fr.Action.goTo("true").build();`)).toEqual(['true']);
  });

  test('through names and objects that have one value, and both sides of a condition', () => {
    expect(outcomes(`var names = { OK: 'Success' }; action.goTo(names.OK);`)).toEqual(['Success']);
    expect(outcomes(`var next = 'a'; outcome = next;`)).toEqual(['a']);
    expect(outcomes(`outcome = ok ? 'yes' : 'no';`)).toEqual(['yes', 'no']);
  });

  test('are unknown where a run decides', () => {
    expect(outcomes(`function go(name) { action.goTo(name); } go('a');`)).toEqual([null]);
    expect(outcomes(`var next = 'a'; if (x) { next = 'b'; } outcome = next;`)).toEqual([null]);
  });
});

describe('node state in a script', () => {
  test('keys read and written, legacy state included', () => {
    const { reads, writes } = scriptFacts(`nodeState.putShared('k', nodeState.get("j")); sharedState.put('l', 1); transientState.get('m');`);
    expect(keys(writes)).toEqual([{ text: 'k' }, { text: 'l' }]);
    expect(keys(reads)).toEqual([{ text: 'j' }, { text: 'm' }]);
  });

  test('a read that the script looks at first is optional', () => {
    const optional = (source: string) => scriptFacts(source).reads.map((read) => read.optional ?? false);
    expect(optional('var a = nodeState.get("a"); use(a.b);')).toEqual([false]);
    expect(optional('var a = nodeState.get("a"); if (a) { use(a.b); }')).toEqual([true]);
    expect(optional('if (nodeState.get("a") !== null) { go(); }')).toEqual([true]);
    expect(optional('var a = nodeState.get("a") || "none"; nodeState.isDefined("b");')).toEqual([true, true]);
  });

  test('a property of the custom node is named as one', () => {
    expect(keys(scriptFacts(`var key = properties.stateKey; nodeState.putShared(key, {});`).writes)).toEqual([{ property: 'stateKey' }]);
  });

  test('members of an object that is written out, and merged keys', () => {
    expect(scriptFacts(`nodeState.putShared('data', { username: u, "mail": m });`).writes[0]?.members).toEqual(['username', 'mail']);
    expect(scriptFacts(`nodeState.putShared('data', data);`).writes[0]?.members).toBeUndefined();
    expect(keys(scriptFacts(`nodeState.mergeShared({ a: 1, b: 2 });`).writes)).toEqual([{ text: 'a' }, { text: 'b' }]);
  });

  test('a state that is handed on may be read and written anywhere', () => {
    const facts = scriptFacts('helper.fill(nodeState);');
    expect([keys(facts.reads), keys(facts.writes)]).toEqual([[null], [null]]);
  });
});

describe('what else a script needs and asks', () => {
  test('callbacks, libraries, variables, constants at the top', () => {
    expect(scriptFacts('if (callbacks.isEmpty()) { callbacksBuilder.nameCallback("x"); }').asks).toBe(true);
    expect(scriptFacts('outcome = "a";').asks).toBe(false);
    expect(scriptFacts(`var lib = require('lib'); var other = require('other'); lib.go();`).requires).toMatchObject([
      { name: 'lib', used: true },
      { name: 'other', used: false, line: 1 },
    ]);
    expect(scriptFacts(`systemEnv.getProperty('esv.a'); systemEnv.getProperty('esv.b', 'x');`).variables).toMatchObject([{ name: 'esv.a' }]);
    expect(scriptFacts('const a = 1;\nfunction f() { const b = 2; }').topConstants).toEqual([{ name: 'a', line: 1, column: 7 }]);
  });

  test('the numbers of a config object; other values are there without one', () => {
    expect(scriptFacts('config = { secondsToWait: 5, waitingMessage: { en: uri } };').config).toEqual({ secondsToWait: 5, waitingMessage: null });
    expect(scriptFacts('config = other;').config).toBeNull();
  });

  test('of a text that is no script nothing is known', () => {
    expect(scriptFacts('if (').parsed).toBe(false);
  });
});
