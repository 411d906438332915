import { expect, test } from 'vitest';
import { titleOf } from './words.ts';

const titleOfImport = (note: string) => titleOf({ id: 'b', madeAt: '', cause: 'import', note } as Parameters<typeof titleOf>[0]);

test('a backup says what it was made before, of many files the first few', () => {
  expect(titleOfImport('a.json, b.json, c.json, d.json')).toBe('Before the import of a.json, b.json, c.json, d.json');
  expect(titleOfImport('a.json, b.json, c.json, d.json, e.json')).toBe('Before the import of a.json, b.json, c.json and 2 more');
});
