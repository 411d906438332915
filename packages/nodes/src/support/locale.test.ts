import { expect, test } from 'vitest';
import { localizedText } from './locale.ts';

const texts = { en: 'Hello', 'en-GB': 'Hello there', de: 'Hallo' };

test.each([
  ['the very locale wins', ['en-GB'], 'Hello there'],
  ['else the language alone', ['de-CH'], 'Hallo'],
  ['the first language of the client that has a text wins', ['fr', 'de', 'en'], 'Hallo'],
  ['case does not matter', ['EN-gb'], 'Hello there'],
  ['no language of the client has a text', ['fr'], undefined],
  ['a client that names no language gets English', [], 'Hello'],
])('%s', (_, locales, text) => {
  expect(localizedText(texts, locales)).toBe(text);
});

test('a language that the client lists itself keeps its own place', () => {
  expect(localizedText({ de: 'Hallo', fr: 'Bonjour' }, ['de-CH', 'fr', 'de'])).toBe('Bonjour');
});

test('reads locales as Java writes them', () => {
  expect(localizedText({ en_GB: 'x' }, ['en-GB'])).toBe('x');
});
