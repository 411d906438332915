import { nativeDefinition } from '@tandem/nodes';
import { describe, expect, test } from 'vitest';
import { readJson } from '../fields/JsonField.tsx';
import { schemaIssues, syntaxIssue } from './jsonPlaces.ts';

const { fields } = nativeDefinition('PollingWaitNode') ?? { fields: {} };
const issues = (text: string) => schemaIssues(text, JSON.parse(text), fields, true);

describe('settings as JSON', () => {
  test('say on which line a value is none that the type takes, and what would be right', () => {
    const text = '{\n  "note": {"secondsToWait": 1},\n  "exitable":\n    "yes",\n  "secondsToWait": "\\"secondsToWait\\":"\n}';
    expect(issues(text)).toMatchObject([
      { line: 2, text: 'note is no setting of this type. It is kept.' },
      { line: 3, column: 3, text: expect.stringContaining('exitable: true or false') },
      { line: 5, text: expect.stringContaining('secondsToWait: A whole number') },
    ]);
  });

  test('say nothing where all is well', () => {
    expect(issues('{ "secondsToWait": 3 }')).toEqual([]);
  });

  test.each([
    ['{\n  "a": 1,\n  "b" 2\n}', 3],
    ['{\n  "a": 1', 2],
    ['{\n  "a": 1,\n}', 3],
  ])('say where %j stops being JSON', (text, line) => {
    const read = readJson(text);
    expect('error' in read && syntaxIssue(text, read.error)).toMatchObject({ line, text: expect.stringMatching(/^[^{}\n]*['"}]?.*\.$/) });
  });
});
