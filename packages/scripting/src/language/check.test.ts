import { describe, expect, test } from 'vitest';
import { checkLanguage, issueText } from './check.ts';

const first = (source: string, language: 'aic' | 'es6' = 'aic') => checkLanguage(source, { language })[0];

describe('AIC: what Rhino with ES6 off refuses, in its words (facts 6.4)', () => {
  test.each([
    ['let', 'let x = 1;', 'missing ; before statement'],
    ['let-in-for', 'for (let i = 0; i < 3; i++) {}', 'missing ; after for-loop initializer'],
    ['for-of', 'for (x of y) {}', 'missing ; after for-loop initializer'],
    ['for-of', 'for (var x of y) {}', 'missing ; after for-loop initializer'],
    ['object-shorthand', 'var o = { a, b: 1 };', 'missing : after property id'],
    ['destructuring', 'var { a } = o;', 'missing : after property id'],
    ['destructuring', 'function f({ a }) {}', 'missing : after property id'],
    ['array-destructuring', 'var [a] = o;', 'syntax error'],
    ['default-parameter', 'function f(a = 1) {}', 'missing ) after formal parameters'],
    ['default-parameter-of-arrow', 'var f = (a = 1) => a;', 'missing formal parameter'],
    ['rest-parameter', 'function f(...all) {}', 'missing formal parameter'],
    ['trailing-comma-in-parameters', 'function f(a,) {}', 'missing formal parameter'],
    ['const-in-for', 'for (const i = 0; i < 3;) {}', 'syntax error'],
    ['const-in-for', 'for (const i in o) {}', 'syntax error'],
    ['redeclaration', 'function f() { const k = 1; const k = 2; }', 'TypeError: redeclaration of const k.'],
    ['redeclaration', 'function f() { if (a) { const k = 1; } else { const k = 2; } }', 'TypeError: redeclaration of const k.'],
    ['redeclaration', 'function f() { var k = 1; { const k = 2; } }', 'TypeError: redeclaration of var k.'],
    ['redeclaration', 'function f(k) { { const k = 2; } }', 'TypeError: redeclaration of formal parameter k.'],
    ['class', 'class A {}', 'missing ; before statement'],
    ['spread', 'f(...list);', 'syntax error'],
    ['object-spread', 'var o = { ...p };', 'invalid property id'],
    ['computed-key', 'var o = { [k]: 1 };', 'invalid property id'],
    ['optional-chaining', 'var x = a?.b;', 'syntax error'],
    ['nullish-coalescing', 'var x = a ?? b;', 'syntax error'],
    ['logical-assignment', 'a ||= b;', 'syntax error'],
    ['async', 'async function f() {}', 'missing ; before statement'],
    ['async-arrow', 'var f = async () => 1;', 'missing formal parameter'],
    ['generator', 'function* g() {}', 'missing ( before function parameters.'],
    ['exponent', 'var x = 2 ** 3;', 'syntax error'],
    ['catch-without-name', 'try { a(); } catch { b(); }', 'missing ( before catch-block condition'],
    ['number-notation', 'var x = 0b11;', 'missing ; before statement'],
    ['bigint', 'var x = 10n;', 'missing ; before statement'],
    ['regular-expression-flag', 'var r = /a/s;', 'invalid flag after regular expression'],
    ['regular-expression-group', 'var r = /(?<=a)b/;', 'Invalid quantifier ?'],
    ['new-target', 'function F() { return new.target; }', 'syntax error'],
    ['dynamic-import', 'import("x");', 'syntax error'],
  ])('%s: %s', (feature, source, message) => {
    expect(first(source)).toMatchObject({ feature, message, write: expect.stringMatching(/./) });
  });

  test.each([
    'var a = 1;',
    '(function () { const a = 1; return a; })();',
    'const a = 1;',
    'var f = x => x * 2, g = () => ({ a: 1 });',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the script's own template
    'var s = `a${1}b`;',
    'var t = String.raw`a`;',
    'var o = { get x() { return 1; }, f() { return 2; }, class: 3 };',
    'var r = /a/gim;',
    'new Map();',
    'var s = "let x; for (x of y)"; // let',
    'f(1,);',
    'with ({ a: 1 }) { a; }',
    'function f() { const a = 1; return function () { const a = 2; return a; }; }',
  ])('accepted: %s', (source) => {
    expect(checkLanguage(source)).toEqual([]);
  });

  test('says line, column and how it would be written', () => {
    const [issue] = checkLanguage('var o = {};\n  let x = 1;');
    expect(issue).toMatchObject({ line: 2, column: 3, start: 14, end: 24, mark: 'recorded' });
    expect(issueText(issue as NonNullable<typeof issue>)).toBe(
      "SyntaxError: missing ; before statement (line 2, column 3). AM's Rhino refuses this; write: var",
    );
  });

  test('an editor is shown all of them, in source order', () => {
    expect(checkLanguage('let a = { b };\nfor (let c of a) {}\nd?.e;').map(({ feature, line }) => `${line} ${feature}`)).toEqual([
      '1 let',
      '1 object-shorthand',
      '2 for-of',
      '3 optional-chaining',
    ]);
  });

  test('what no tenant was asked is marked', () => {
    expect([first('class A {}')?.mark, first('let a;')?.mark, first('2 ** 3')?.mark]).toEqual(['inferred', 'recorded', 'measured']);
  });
});

describe('text that is no JavaScript', () => {
  test.each([
    ['if (', 'Unexpected end of file', 5],
    ['var x = ;', 'syntax error', 9],
    ['foo bar', 'missing ; before statement', 5],
    ['f(a b)', 'missing ) after argument list', 5],
    ['if (a b) {}', 'missing ) after condition', 7],
    ['var x = [1 2];', 'missing ] after element list', 12],
    ['var s = "abc', 'unterminated string literal', 9],
    ['return 1;', 'invalid return', 1],
    ['export var x = 1;', 'missing ; before statement', 1],
    ['const k = 1; const k = 2;', 'TypeError: redeclaration of const k.', 20],
    ['var k = 1; const k = 2;', 'TypeError: redeclaration of var k.', 18],
  ])('%s', (source, message, column) => {
    expect(first(source)).toMatchObject({ message, column, line: 1 });
  });

  test('nesting that would exhaust the stack, and a script without end, are refused', () => {
    expect(first('['.repeat(100_000))?.message).toBe('the script is nested too deeply');
    expect(first(';'.repeat(1_000_001))).toBeDefined();
  });
});

describe('self-managed, ES6 on', () => {
  test.each(['let x = 1;', 'for (let x of y) {}', 'var o = { a };', 'var { a } = o; var [b] = o;', 'function* g() {}', '2 ** 3;', 'var n = 0b1;'])(
    'accepted: %s',
    (source) => {
      expect(checkLanguage(source, { language: 'es6' })).toEqual([]);
    },
  );
  test.each(['class A {}', 'f(...list);', 'function f(a = 1) {}', 'a?.b;', 'a ?? b;', 'async function f() {}', 'for (const x of y) {}'])(
    'Rhino 1.7.14 has it in no version: %s',
    (source) => {
      expect(checkLanguage(source, { language: 'es6' })).not.toEqual([]);
    },
  );
});
