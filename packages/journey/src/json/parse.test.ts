import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { malformed } from '../../test/fixtures.ts';
import { fieldsOf, refusal } from '../../test/helpers.ts';
import { checkJson } from './keys.ts';
import { parseJsonStrict } from './parse.ts';

describe('parseJsonStrict', () => {
  it('reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), fc.constantFrom(undefined, 1, '\t'), (text, indent) => {
        const written = JSON.stringify(JSON.parse(text), null, indent);
        fc.pre(!/"(__proto__|constructor|prototype)"/.test(written));
        expect(parseJsonStrict(written)).toEqual(JSON.parse(written));
      }),
    );
  });

  it.each([
    '',
    '{',
    '[1,',
    '{"a"',
    '{"a":',
    '{"a":1',
    '"abc',
    '"a\\',
    'tru',
    '-',
    '01',
    '1.',
    '[1 2]',
    '{"a" 1}',
    "{'a':1}",
    '{a:1}',
    '[1,]',
    '{"a":1,}',
    'nul',
    '"\\x"',
    '"\n"',
    '1 1',
    'NaN',
    '1e999',
    '+1',
    '\u00a01',
  ])('refuses %j, as JSON.parse does', (text) => {
    expect(refusal(() => parseJsonStrict(text)).code).toBe('not-json');
  });

  it('says where a cut off file ends and what was to come', () => {
    const { issues, code } = refusal(() => parseJsonStrict(malformed.truncated, 'a.json'));
    expect(code).toBe('not-json');
    expect(issues).toEqual([
      {
        file: 'a.json',
        field: 'tree.nodes',
        message: 'The file is cut off at line 5, column 1: expected a key in double quotes, it ends there.',
        expected: 'a key in double quotes',
      },
    ]);
  });

  it('says where a file stops being JSON and what stands there', () => {
    expect(refusal(() => parseJsonStrict('{\n  "a": 1,\n  b: 2}')).issues[0]?.message).toBe(
      'Not JSON at line 3, column 3: expected a key in double quotes, found "b: 2}".',
    );
    expect(refusal(() => parseJsonStrict(malformed.notJson)).issues[0]?.message).toContain('line 1, column 1');
    expect(refusal(() => parseJsonStrict(malformed.empty)).issues[0]?.message).toBe('The file is empty.');
  });

  it('names every duplicate key with its path and line', () => {
    const { code, issues } = refusal(() => parseJsonStrict(malformed.duplicateKey));
    expect(code).toBe('duplicate-key');
    expect(fieldsOf(issues)).toEqual(['tree.nodes.a']);
    expect(issues[0]?.message).toContain('line 6');
    expect(fieldsOf(refusal(() => parseJsonStrict('{"a":1,"a":2,"b":[{"c":1,"c":1}]}')).issues)).toEqual(['a', 'b.0.c']);
  });

  it('sees a duplicate behind an escape', () => {
    expect(refusal(() => parseJsonStrict('{"ab":1,"a\\u0062":2}')).code).toBe('duplicate-key');
  });

  it('refuses prototype-polluting keys with path and line', () => {
    const proto = refusal(() => parseJsonStrict(malformed.protoKey));
    expect([proto.code, fieldsOf(proto.issues)]).toEqual(['polluting-key', ['nodes.__proto__']]);
    expect(proto.issues[0]?.message).toContain('line 4');
    expect(fieldsOf(refusal(() => parseJsonStrict(malformed.constructorKey)).issues)).toEqual(['constructor.prototype', 'constructor']);
    expect(refusal(() => parseJsonStrict('{"\\u005f_proto__":1}')).code).toBe('polluting-key');
  });

  it('keeps "constructor" and "prototype" as names of plain values', () => {
    expect(parseJsonStrict('{"constructor":"ACME","prototype":true}')).toEqual({ constructor: 'ACME', prototype: true });
  });

  it('skips a byte order mark', () => {
    expect(parseJsonStrict('\ufeff{"a":1}')).toEqual({ a: 1 });
  });

  it('refuses nesting that would exhaust the stack', () => {
    expect(refusal(() => parseJsonStrict('['.repeat(100_000))).issues[0]?.expected).toBe('at most 200 levels of nesting');
  });

  it('reads 10 MB within five seconds, even on a busy machine', () => {
    const text = JSON.stringify(
      Array.from({ length: 40_000 }, (_, id) => ({ id, name: `node ${id}`, text: 'x'.repeat(200), list: [1, 2.5, null, true] })),
    );
    const start = performance.now();
    parseJsonStrict(text);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

describe('checkJson', () => {
  it('refuses polluting keys of values parsed elsewhere', () => {
    const { code, issues } = refusal(() => checkJson(JSON.parse('{"a":[{"__proto__":{}}],"b":{"prototype":{}}}'), 'f'));
    expect(code).toBe('polluting-key');
    expect(issues.map(({ file, field }) => [file, field])).toEqual([
      ['f', 'a.0.__proto__'],
      ['f', 'b.prototype'],
    ]);
  });

  it('refuses what JSON cannot hold', () => {
    for (const value of [undefined, Number.NaN, () => 1, { a: 1n }]) expect(refusal(() => checkJson(value)).code).toBe('not-json');
  });

  it('gives back the same value', () => {
    const value = { a: [1, null, { b: 'c' }] };
    expect(checkJson(value)).toBe(value);
  });
});
