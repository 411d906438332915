import type { CustomNodeType } from '@tandem/journey';
import { describe, expect, test } from 'vitest';
import { customTypeIssues, propertyIssues, propertyNameProblem, valueWords } from './check.ts';
import { fits, fitted } from './values.ts';

const type: CustomNodeType = {
  _id: 'x-1',
  serviceName: 'x',
  displayName: 'X',
  outcomes: ['a'],
  script: '',
  inputs: ['username'],
  outputs: [],
  properties: { limit: { title: 'Limit', type: 'NUMBER', defaultValue: 5 } },
};
const said = (change: Partial<CustomNodeType>) => customTypeIssues({ ...type, ...change }).map(({ field, message }) => `${field}: ${message}`);

describe('a custom node type', () => {
  test('as AM takes it has no issues', () => expect(said({})).toEqual([]));

  test.each<[Partial<CustomNodeType>, string]>([
    [{ displayName: ' ' }, 'displayName: A custom node needs a name.'],
    [{ outcomes: [] }, 'outcomes: A custom node needs at least one outcome.'],
    [{ outcomes: ['a', ''] }, 'outcomes.1: An outcome needs a name.'],
    [{ outcomes: ['a', 'b', 'a'] }, 'outcomes.2: There is an outcome “a” already.'],
    [{ outcomes: ['a '] }, 'outcomes.0: The name begins or ends with a space.'],
    [{ outcomes: ['Script Error'], errorOutcome: true }, 'outcomes.0: “Script Error” is what the error outcome is called.'],
    [{ inputs: ['a', 'a'] }, 'inputs.1: “a” is listed already.'],
    [
      { properties: { '1st': { title: 'First', type: 'STRING' } } },
      'properties.1st.name: Letters, digits and underscores, not a digit first: scripts read it as properties.name.',
    ],
    [{ properties: { a: { type: 'STRING' } } }, 'properties.a.title: A property needs a label.'],
    [{ properties: { a: { title: 'A', type: 'DATE' } } }, 'properties.a.type: There is no property type “DATE”.'],
    [
      { properties: { a: { title: 'A', type: 'STRING', options: { small: 's' } } } },
      'properties.a.options.small: “small” is no key of an enumerated value.',
    ],
    [
      { properties: { a: { title: 'A', type: 'NUMBER', options: { S: 's' } } } },
      'properties.a.options: Only a property of the type STRING has enumerated values.',
    ],
  ])('%j is told at its field', (change, message) => expect(said(change)).toEqual([message]));

  test('“Script Error” may be an outcome of its own while there is no error outcome', () => {
    expect(said({ outcomes: ['Script Error'], errorOutcome: false })).toEqual([]);
  });
});

test.each(['', 'a-b', '_id', '__proto__', 'taken'])('%j is no name for a property', (name) => {
  expect(propertyNameProblem(name, ['taken'])).toBeTypeOf('string');
});

describe('a default value', () => {
  const of = (property: object, defaultValue: unknown) =>
    propertyIssues('a', { title: 'A', type: 'STRING', ...property, defaultValue: defaultValue as never }, []).map(({ message }) => message);

  test('fits the type of its property', () => {
    expect(of({ type: 'NUMBER' }, 5)).toEqual([]);
    expect(of({ type: 'NUMBER' }, '5')).toEqual(['The default value does not fit: a number is needed.']);
    expect(of({ type: 'BOOLEAN', multivalued: true }, [true, 'x'])).toEqual([
      'The default value does not fit: a list, each entry true or false is needed.',
    ]);
    expect(of({ type: 'OBJECT' }, [])).toEqual(['The default value does not fit: a JSON object is needed.']);
  });

  test('of enumerated values is one of the keys, not of the labels', () => {
    expect(of({ options: { A: 'First' } }, 'A')).toEqual([]);
    expect(of({ options: { A: 'First' } }, 'First')).toEqual(['The default value does not fit: one of A is needed.']);
  });

  test('may be an ESV', () =>
    expect([...of({ type: 'NUMBER' }, '&{esv.limit}'), ...of({ type: 'NUMBER', multivalued: true }, { $list: '&{esv.limits}' })]).toEqual([]));
});

test('a value is taken in the form of the type, or not at all', () => {
  expect(fitted({ type: 'NUMBER' }, ' 12 ')).toBe(12);
  expect(fitted({ type: 'NUMBER' }, ['3'])).toBe(3);
  expect(fitted({ type: 'NUMBER' }, ['3', '4'])).toBeUndefined();
  expect(fitted({ type: 'BOOLEAN' }, 'false')).toBe(false);
  expect(fitted({ type: 'OBJECT' }, 'x')).toBeUndefined();
  expect(fitted({ type: 'NUMBER', multivalued: true }, ['1', 'x', 2])).toEqual([1, 2]);
  expect(fitted({ type: 'STRING', multivalued: true, options: { A: 'a' } }, ['A', 'B'])).toEqual(['A']);
  expect(fits({ type: 'STRING', multivalued: true }, [])).toBe(true);
  expect(valueWords({ type: 'STRING' })).toBe('a text');
});
