import { describe, expect, test } from 'vitest';
import { testPool } from '../testing/pool.ts';

const { run, value } = testPool();

describe('a script that AM refuses does not run', () => {
  test("it ends as an error with line, column and AM's text, and leaves nothing behind", async () => {
    const result = await run('nodeState.putShared("a", 1);\nlet b = 2;\noutcome = "true";');
    expect(result).toMatchObject({
      status: 'error',
      writes: [],
      error: { line: 2, message: expect.stringContaining('missing ; before statement (line 2, column 1)') },
    });
  });
  test('with ES6 on it runs', async () => {
    expect(await value('let b = 2; outcome = String(b);', {}, { language: 'es6' })).toBe('2');
    expect(await value('outcome = String(new Map([[1, 2]]).get(1));', {}, { language: 'es6' })).toBe('2');
  });
});

describe('const (facts 6.4)', () => {
  test.each([
    ['at the top reads back undefined', 'const c = 1; outcome = String(c);', 'undefined'],
    ['at the top its initializer is evaluated all the same', 'var n = 0; const c = ++n; outcome = n + String(c);', '1undefined'],
    [
      'in a loop at the top it is undefined each time',
      'var o = []; for (var i = 0; i < 3; i++) { const k = i; o.push(String(k)); } outcome = o.join();',
      'undefined,undefined,undefined',
    ],
    ['in a block at the top too', 'if (true) { const k = 1; } outcome = String(k);', 'undefined'],
    ['a function sees the lost one', 'const c = 1; function f() { return String(c); } outcome = f();', 'undefined'],
    ['inside a function it works', 'outcome = (function () { const a = 1, b = 2; return String(a + b); })();', '3'],
    ['inside an arrow function too', 'var f = () => { const a = 1; return String(a); }; outcome = f();', '1'],
    [
      'inside a function a loop sets it once',
      'outcome = (function () { var o = []; for (var i = 0; i < 3; i++) { const k = i; o.push(k); } return o.join(); })();',
      '0,0,0',
    ],
    ['evaluated each time', 'outcome = (function () { var n = 0; for (var i = 0; i < 3; i++) { const k = n++; } return n + "," + k; })();', '3,0'],
    ['belongs to the function, not the block', 'outcome = (function () { if (false) { const k = 1; } return typeof k; })();', 'undefined'],
    ['writing to it is ignored', 'outcome = (function () { const k = 1; return (k = 5) + "," + k + (k += 2) + (k++) + k; })();', '5,1311'],
    [
      'a variable of the same name in an inner function is its own',
      'outcome = (function () { const k = 1; return (function () { var k = 2; k = 3; return String(k); })(); })();',
      '3',
    ],
  ])('%s', async (_, source, expected) => {
    expect(await value(source)).toBe(expected);
  });
});

test.each(['Map', 'Set', 'WeakMap', 'WeakSet', 'Symbol', 'Promise', 'Proxy', 'Reflect', 'BigInt'])('%s does not exist', async (name) => {
  expect(await value(`outcome = typeof ${name};`)).toBe('undefined');
  expect((await run(`new ${name}();`)).error).toEqual({ message: `ReferenceError: "${name}" is not defined.`, line: 1 });
});

test.each([
  ['[1, 2].includes(2)', true],
  ['[1, 2].find(function (x) { return x > 1; })', 2],
  ['Array.from("ab").join()', 'a,b'],
  ['[0, 0].fill(1).join()', '1,1'],
  ['"abc".includes("b") && "abc".startsWith("a") && "abc".endsWith("c")', true],
  ['"ab".repeat(2) + "é".normalize("NFD").length', 'abab2'],
  ['Object.keys(Object.assign({ a: 1 }, { b: 2 })).join()', 'a,b'],
  ['JSON.stringify(JSON.parse("[1]"))', '[1]'],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the script's own template
  ['[3, 1].map(x => x * 2).join() + `-${1}`', '6,2-1'],
  ['"abc".equals("abc") && "ABC".equalsIgnoreCase("abc")', true],
  ['Array.from(nodeState.keys()).length', 0],
])('works on AIC: %s', async (expression, expected) => {
  expect(await value(`outcome = ${expression};`)).toBe(expected);
});

test.each(['Object.values({})', 'Object.entries({})', '[1].flat()', '"a".replaceAll("a", "b")', '[1].at(0)'])(
  'newer than Rhino 1.7.14: %s',
  async (expression) => {
    await expect(value(`outcome = ${expression};`)).rejects.toThrow('TypeError: Cannot find function ');
  },
);

describe("errors in Rhino's words, as scripts log e.message (measured with Rhino 1.7.14)", () => {
  test.each([
    ['var u; u.b;', 'TypeError', 'Cannot read property "b" from undefined'],
    ['null.b;', 'TypeError', 'Cannot read property "b" from null'],
    ['var u = {}; u.b.c;', 'TypeError', 'Cannot read property "c" from undefined'],
    ['var u; u[0];', 'TypeError', 'Cannot read property "0" from undefined'],
    ['var u; u.b();', 'TypeError', 'Cannot call method "b" of undefined'],
    ['var u = {}; u.b.c();', 'TypeError', 'Cannot call method "c" of undefined'],
    ['var u, k = "kk"; u[k]();', 'TypeError', 'Cannot call method "kk" of undefined'],
    ['var u = {}; u.b();', 'TypeError', 'Cannot find function b in object [object Object].'],
    ['var u = "abc"; u.asString();', 'TypeError', 'Cannot find function asString in object abc.'],
    ['nodeState.get("uri").asString();', 'TypeError', 'Cannot find function asString in object https://x.'],
    ['nodeState.get("none").asString();', 'TypeError', 'Cannot call method "asString" of null'],
    ['(5).asString();', 'TypeError', 'Cannot find function asString in object 5.'],
    ['[1, 2].foo();', 'TypeError', 'Cannot find function foo in object 1,2.'],
    ['var u = { b: 1 }; u.b();', 'TypeError', 'Cannot call property b in object [object Object]. It is not a function, it is "number".'],
    ['var f; f();', 'TypeError', 'f is not a function, it is undefined.'],
    ['var f = {}; f();', 'TypeError', 'f is not a function, it is object.'],
    ['var X = {}; new X();', 'TypeError', '[object Object] is not a function, it is object.'],
    ['g();', 'ReferenceError', '"g" is not defined.'],
    ['g.x;', 'ReferenceError', '"g" is not defined.'],
    ['"x" in "abc";', 'TypeError', "Can't use 'in' on a non-object."],
    ['1 instanceof 2;', 'TypeError', "Can't use 'instanceof' on a non-object."],
    ['new Array(-1);', 'RangeError', 'Inappropriate array length.'],
    ['"a".repeat(-1);', 'RangeError', 'Invalid count value'],
    ['[].reduce(function () {});', 'TypeError', 'Reduce of empty array with no initial value'],
    ['var o = {}; o.o = o; JSON.stringify(o);', 'TypeError', 'Cyclic org.mozilla.javascript.NativeObject value not allowed.'],
    ['JSON.parse("");', 'SyntaxError', 'Empty JSON string'],
    ['JSON.parse("<html>");', 'SyntaxError', 'Unexpected token: <'],
    ['JSON.parse(undefined);', 'SyntaxError', 'Unexpected token: u'],
    ['JSON.parse("{a");', 'SyntaxError', 'Unexpected token in object literal'],
    ['JSON.parse(\'{"a":1\');', 'SyntaxError', 'Unterminated object literal'],
    ['JSON.parse(\'{"a" 1}\');', 'SyntaxError', 'Expected : found 1'],
    ['JSON.parse("[1 2]");', 'SyntaxError', 'Missing comma in array literal'],
    ['JSON.parse("[1,]");', 'SyntaxError', 'Unexpected comma in array literal'],
    ["JSON.parse('\"abc');", 'SyntaxError', 'Unterminated string literal'],
    ['JSON.parse("1x");', 'SyntaxError', 'Expected end of stream at char 1'],
    ['JSON.parse("-");', 'SyntaxError', 'Unsupported number format: -'],
  ])('%s', async (source, name, message) => {
    const shared = { uri: 'https://x' };
    const logged = await value(`try { ${source} outcome = "no error"; } catch (e) { outcome = e.name + "|" + e.message; }`, { shared });
    expect(logged).toBe(`${name}|${message}`);
    expect((await run(source, { shared })).error).toEqual({ message: `${name}: ${message}`, line: 1 });
  });
});

test('calls keep their meaning: this, order, lines, statements without semicolons', async () => {
  expect(
    await value(`var log = []
var o = { n: 1, f: function (x) { log.push("f" + this.n + x); return o } }
function g(x) { log.push("g" + x); return x }
o.f(g(1)).f(g(2))
;[1].forEach(function (x) { log.push(this === undefined ? "u" : x) })
new (function () { this.a = 1; log.push("new") })()
var d = new Date(0).getTime()
outcome = log.join() + d + (function () { return typeof this })()`),
  ).toBe('g1,f11,g2,f12,1,new0object');
  expect((await run('var a = 1;\n\nvar b = a\n  .toString()\n  .nothing();')).error).toEqual({
    message: 'TypeError: Cannot find function nothing in object 1.',
    line: expect.any(Number),
  });
});
