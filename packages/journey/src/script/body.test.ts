import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Script } from '../model.ts';
import { decodeBase64, encodeBase64 } from './base64.ts';
import { encodeScript, scriptBody, scriptEncoding, withScriptBody } from './body.ts';

const script = (body: string | string[]): Script => ({ _id: 'a', name: 'A', script: body });
const source = 'var grüße = "👍";\n\tif (a) {}\r\n';

describe('scriptBody', () => {
  it.each(['lines', 'json', 'base64'] as const)('reads %s', (encoding) => {
    const encoded = script(encodeScript(source, encoding));
    expect(scriptEncoding(encoded)).toBe(encoding);
    expect(scriptBody(encoded)).toBe(source);
  });

  it('reads base64 that AM wrote', () => {
    expect(scriptBody(script('b3V0Y29tZSA9ICJ0cnVlIjs='))).toBe('outcome = "true";');
  });

  it.each(['outcome = "true";', 'true', 'abcd', '"unfinished', '"a" + "b"', ''])('takes %j for plain source', (text) => {
    expect([scriptEncoding(script(text)), scriptBody(script(text))]).toEqual(['plain', text]);
  });

  it('round-trips any source in every encoding that says what it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('lines', 'json', 'base64'), (text, encoding) => {
        fc.pre(encoding !== 'base64' || (text !== '' && !/[^\P{Cc}\s]/u.test(text)));
        expect(scriptBody(script(encodeScript(text, encoding)))).toBe(text);
      }),
    );
  });
});

describe('withScriptBody', () => {
  it.each(['lines', 'json', 'base64'] as const)('stays in %s', (encoding) => {
    const edited = withScriptBody(script(encodeScript('a\nb', encoding)), 'c\nd');
    expect([scriptEncoding(edited), scriptBody(edited)]).toEqual([encoding, 'c\nd']);
  });

  it('makes a JSON string of plain source', () => {
    expect(withScriptBody(script('a = 1;'), 'b = 1;').script).toBe('"b = 1;"');
  });

  it('leaves the script alone when nothing changes', () => {
    const before = script(['a', 'b']);
    expect(withScriptBody(before, 'a\nb')).toBe(before);
  });
});

describe('base64', () => {
  it.each([
    ['', ''],
    ['f', 'Zg=='],
    ['fo', 'Zm8='],
    ['foo', 'Zm9v'],
    ['€', '4oKs'],
    ['😀', '8J+YgA=='],
  ])('%j is %s', (text, encoded) => {
    expect(encodeBase64(text)).toBe(encoded);
    expect(decodeBase64(encoded)).toBe(text);
  });

  it('refuses what is not base64 or not UTF-8', () => {
    for (const text of ['Zg=', 'Z', 'Zm9v!', '////', 'wIA=', '7aCA', '4oI=', '9JCAgA==']) expect(decodeBase64(text)).toBeUndefined();
  });

  it('writes a lone surrogate as U+FFFD', () => {
    expect(decodeBase64(encodeBase64('a\ud800'))).toBe('a\ufffd');
  });
});
