import { describe, expect, it } from 'vitest';
import { parseAcceptLanguage, withParameters } from './text.ts';

describe('parameters of a custom redirect URL', () => {
  it('are appended before the fragment, after what is there', () => {
    expect(withParameters('https://a.example/x', { b: '1 2' })).toBe('https://a.example/x?b=1%202');
    expect(withParameters('https://a.example/x?y=1#z', { b: '/c' })).toBe('https://a.example/x?y=1&b=%2Fc#z');
    expect(withParameters('https://a.example/x?', { b: '1' })).toBe('https://a.example/x?b=1');
  });
});

describe('Accept-Language', () => {
  it('is ordered by quality, then as written', () => {
    expect(parseAcceptLanguage(['de;q=0.5, en-GB, fr;q=0.5'])).toEqual(['en-GB', 'de', 'fr']);
  });
  it('leaves out the wildcard and what is refused', () => {
    expect(parseAcceptLanguage(['*, de;q=0, nl;q=x'])).toEqual([]);
  });
});
