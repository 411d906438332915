import { describe, expect, test } from 'vitest';
import { testPool } from '../testing/pool.ts';

/** Code that scripts make of texts: `eval` and `Function` (measured with Rhino 1.7.14, language version 0). */
const pool = testPool();
const { run, value } = pool;

describe('is checked as the script itself is', () => {
  test.each([
    ['eval', 'eval("let x = 1;")', 'missing ; before statement'],
    ['eval under another name', 'var e = eval; e("let x = 1;")', 'missing ; before statement'],
    ['eval in a list of expressions', '(0, eval)("for (x of y) {}")', 'missing ; after for-loop initializer'],
    ['eval handed on', '["({ a })"].map(eval)', 'missing : after property id'],
    ['new Function', 'new Function("a", "let x = a;")', 'missing ; before statement'],
    ['Function', 'Function("a = 1", "return a;")', 'missing ) after formal parameters'],
    ["a function's constructor", '(function () {}).constructor("let x;")', 'missing ; before statement'],
    ['no JavaScript at all', 'eval("a b")', 'missing ; before statement'],
  ])('%s', async (_, call, message) => {
    const result = await run(`try { ${call}; outcome = "ran"; } catch (e) { outcome = [e.name, e.message, e instanceof SyntaxError].join("|"); }`);
    expect(result.outcome).toBe(`SyntaxError|${message}|true`);
    expect(result.logs).toEqual([{ level: 'warn', message: expect.stringContaining(`Code that the script evaluates: SyntaxError: ${message}`) }]);
  });
  test('where ES6 is on it may be written so', async () => {
    expect(await value('eval("let x = 1; outcome = x;");', {}, { language: 'es6' })).toBe(1);
    expect(await value('outcome = new Function("let x = 2; return x;")();', {}, { language: 'es6' })).toBe(2);
  });
  test('a constant declared twice is a TypeError', async () => {
    expect(await value('try { eval("function f() { const k = 1; const k = 2; }"); } catch (e) { outcome = e.name + ": " + e.message; }')).toBe(
      'TypeError: redeclaration of const k.',
    );
  });
});

describe("behaves as Rhino's", () => {
  test.each<[string, unknown]>([
    ['(function () { var near = 7; return eval("near + 1"); })()', 8],
    ['(function () { var q = 6; var e = eval; return typeof e("typeof q"); })()', 'string'],
    ['eval("({ a: 1 }).a")', 1],
    ['eval(5)', 5],
    ['eval()', undefined],
    ['(function () { eval("const a = 1;"); return typeof a + a; })()', 'number1'],
    ['new Function("a", "b", "return a + b;")(1, 2)', 3],
    ['new Function("a, b", "return a * b;")(2, 3)', 6],
    ['new Function()()', undefined],
    ['Function.prototype.constructor === Function', true],
    ['(function () {}) instanceof Function', true],
    ['Function.name + Function.length', 'Function1'],
  ])('%s', async (expression, expected) => {
    expect(await value(`outcome = ${expression};`)).toEqual(expected);
  });
  test("errors in it are in Rhino's words", async () => {
    expect(await value('try { eval("var o = {}; o.missing();"); } catch (e) { outcome = e.message; }')).toBe(
      'Cannot find function missing in object [object Object].',
    );
  });
});

test('a flood of code to check is stopped as any other script is, and the next one is right', async () => {
  const hostile = await run(
    `var code = ""; for (var i = 0; i < 20000; i++) code += "var v" + i + " = " + i + ";"; for (;;) eval(code + Math.random());`,
  );
  expect(hostile.status).toBe('timeout');
  expect(await value('outcome = eval("1 + 1");')).toBe(2);
});
