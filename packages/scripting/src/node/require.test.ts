import { describe, expect, test } from 'vitest';
import { hostWith } from '../testing/libraries.ts';
import { testPool } from '../testing/pool.ts';

/** LIBRARY scripts (facts 6.4): CommonJS, next-generation only, `const` at the top is fine. */
const { run, value } = testPool();
const libraries = hostWith({
  maths: 'const two = 2;\nexports.double = function (x) { return x * two; };',
  whole: 'module.exports = function (x) { return "whole " + x; };',
  uses: 'var maths = require("maths"); exports.four = maths.double(2);',
  counts: 'nodeState.putShared("runs", (nodeState.get("runs") || 0) + 1); exports.a = 1;',
  a: 'exports.early = 1; var b = require("b"); exports.late = b.seen;',
  b: 'var a = require("a"); exports.seen = "early " + a.early + ", late " + a.late;',
  broken: 'var a;\nlet b;',
  throws: 'exports.a = 1;\nnull.x;',
});
const given = (source: string) => value(source, {}, {}, libraries);

describe('require', () => {
  test('gives what the library exports', async () => {
    expect(await given('outcome = String(require("maths").double(21));')).toBe('42');
    expect(await given('outcome = require("whole")(1);')).toBe('whole 1');
  });
  test('a library may require another; in a circle it gets what is there so far', async () => {
    expect(await given('outcome = String(require("uses").four);')).toBe('4');
    expect(await given('outcome = require("a").late;')).toBe('early 1, late undefined');
  });
  test('a library runs once a script and sees the bindings', async () => {
    const result = await run('require("counts"); require("counts");', {}, {}, libraries);
    expect(result.writes).toEqual([{ op: 'put', scope: 'shared', key: 'runs', value: 1 }]);
  });
  test('a library that AM refuses, one that fails and one that is missing are errors in the script', async () => {
    await expect(given('require("broken");')).rejects.toThrow('missing ; before statement (line 2, column 1)');
    await expect(given('require("throws");')).rejects.toThrow('Cannot read property "x" from null');
    await expect(given('require("none");')).rejects.toThrow("Library script 'none' not found");
  });
  test('custom nodes and legacy scripts have none', async () => {
    expect((await run('require("maths");', {}, { context: 'NODE_DESIGNER' }, libraries)).error?.message).toContain(
      'not simulated: require in a custom node',
    );
    expect(await value('outcome = typeof require;', {}, { engine: 'legacy' }, libraries)).toBe('undefined');
  });
});
