import { localizedMessage } from '@tandem/nodes';
import { expect, test } from 'vitest';
import { languageTag, localeProblem } from './locales.ts';

test('a locale is a language tag, in Java’s spelling, too', () => {
  expect([languageTag('en'), languageTag('en_GB'), languageTag('de-ch')]).toEqual(['en', 'en-GB', 'de-CH']);
  expect(localeProblem('english language')).toBe('No language tag. Right: en, en-GB, de-CH.');
  expect(localeProblem('')).toBe('A language, such as en or en-GB.');
  expect(localeProblem('fr_CA')).toBeUndefined();
});

test('a client sees its own language, else the language alone, else the realm’s, else none of the texts', () => {
  const texts = { en: 'Hello', de: 'Hallo' };
  expect(localizedMessage(texts, ['de-CH'])).toBe('Hallo');
  expect(localizedMessage(texts, ['fr'])).toBe('Hello');
  expect(localizedMessage({ de: 'Hallo' }, ['fr'])).toBeUndefined();
});
