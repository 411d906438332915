import { expect, test } from 'vitest';
import { fuzzySearch, matchScore } from './fuzzy.ts';

const search = (query: string, ...texts: string[]) => fuzzySearch(query, texts, (text) => text);

test('letters in their order match, others do not', () => {
  expect(matchScore('gtr', 'Go to the realm')).not.toBeNull();
  expect(matchScore('xyz', 'Go to the realm')).toBeNull();
});
test('beginnings of words come before letters somewhere', () => {
  expect(search('sv', 'Show or hide the inverse', 'Split view', 'Save')).toEqual(['Split view', 'Save', 'Show or hide the inverse']);
});
test('a word as it stands comes first, words may come in any order', () => {
  expect(search('undo', 'Unfold the document', 'Undo: Connect Look')).toEqual(['Undo: Connect Look', 'Unfold the document']);
  expect(search('wait poll', 'Polling Wait')).toEqual(['Polling Wait']);
});
test('names in one piece have words, too', () => {
  expect(search('hdv', 'HandDevices', 'HelpDeskVerify')[0]).toBe('HelpDeskVerify');
});
test('nothing typed keeps everything in its order', () => {
  expect(search(' ', 'b', 'a')).toEqual(['b', 'a']);
});
