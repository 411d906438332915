import { describe, expect, it } from 'vitest';
import { esvsOfSource, esvsOfText } from './variables.ts';

describe('environment variables in configuration', () => {
  it.each<[string, string[]]>([
    ['&{esv.a}', ['esv.a']],
    ['from &{esv.mail.from} to &{esv-to}, &{esv-to}', ['esv.mail.from', 'esv-to']],
    ['&{esv.a|}&{esv.b|https://x/?a=1&b=2}', ['esv.a', 'esv.b']],
    ['&{esv.a|&{esv.b}', ['esv.a']],
    ['&{esv.a', []],
    ['&{esv.a}&{esv.b|never closed', ['esv.a']],
    ['&{esv.a b}&{other.c}', []],
  ])('%j: %j', (text, names) => {
    expect(esvsOfText(text)).toEqual(names);
  });

  it('are searched in one pass, however many references are left open', () => {
    // 5 MB: a search that looks for the brace anew at each reference would not end before the test does.
    expect(esvsOfText('&{esv.a|'.repeat(640_000))).toEqual([]);
  });
});

describe('environment variables in scripts', () => {
  it('are those whose names stand in the source', () => {
    expect(esvsOfSource(`systemEnv.getProperty("esv.a"); systemEnv . getProperty( 'esv-b'); systemEnv.getProperty(name)`)).toEqual([
      'esv.a',
      'esv-b',
    ]);
  });

  it('are searched in one pass', () => {
    expect(esvsOfSource(`systemEnv${' '.repeat(5_000_000)}`)).toEqual([]);
    expect(esvsOfSource('systemEnv.getProperty("esv.'.repeat(200_000))).toEqual([]);
  });
});
