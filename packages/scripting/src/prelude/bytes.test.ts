import { describe, expect, test } from 'vitest';
import { base64Decode, base64Encode, utf8Decode, utf8Encode } from './bytes.ts';
import { createRandom } from './deterministic.ts';

const random = createRandom('bytes');
const anyBytes = (length: number) => Array.from({ length }, () => random.next() & 255);
const anyText = (length: number) =>
  String.fromCharCode(...Array.from({ length }, () => (random.next() % 3 === 0 ? random.next() & 0xffff : random.next() & 0x7f)));

describe('UTF-8 agrees with Node', () => {
  test.each(['', 'plain', 'é', '✓', '😀', 'a😀b', '\u0000', '\ud800', 'x\udc00y', '\ud83d', '\uffff'])('%j', (text) => {
    expect(utf8Encode(text)).toEqual([...Buffer.from(text)]);
    expect(utf8Decode(utf8Encode(text))).toBe(Buffer.from(text).toString());
  });
  test('on a thousand texts', () => {
    for (let i = 0; i < 1000; i++) {
      const text = anyText(i % 40);
      expect(utf8Encode(text)).toEqual([...Buffer.from(text)]);
    }
  });
  test('signed bytes of Java are the same bytes', () => {
    expect(utf8Decode([-61, -87])).toBe('é');
  });
  test('what is not UTF-8 becomes U+FFFD and never fails', () => {
    expect(utf8Decode([0xff, 0x41, 0xc3])).toBe('\ufffdA\ufffd');
    for (let i = 0; i < 1000; i++) expect(typeof utf8Decode(anyBytes(i % 30))).toBe('string');
  });
});

describe('base64 agrees with Node', () => {
  test('on a thousand byte lists, both alphabets', () => {
    for (let i = 0; i < 1000; i++) {
      const bytes = anyBytes(i % 50);
      expect(base64Encode(bytes, false)).toBe(Buffer.from(bytes).toString('base64'));
      expect(base64Encode(bytes, true)).toBe(Buffer.from(bytes).toString('base64url'));
      expect(base64Decode(base64Encode(bytes, i % 2 === 0))).toEqual(bytes);
    }
  });
  test('line breaks and missing padding are read, other characters are refused', () => {
    expect(base64Decode('aG\r\nk')).toEqual([104, 105]);
    expect(() => base64Decode('a*b')).toThrow('Illegal base64 character 2a');
  });
});
