import type { CustomNodeProperty } from '@tandem/journey';
import { describe, expect, test } from 'vitest';
import { formOf, type PropertyForm, readForm } from './propertyForm.ts';

const read = (form: Partial<PropertyForm>, taken: string[] = []) =>
  readForm({ ...formOf('key', undefined), title: 'Key', ...form }, taken, undefined);

test.each<CustomNodeProperty>([
  { title: 'A', description: '', type: 'STRING', required: true, defaultValue: 'x', multivalued: false },
  { title: 'A', description: 'Help', type: 'STRING', required: false, defaultValue: 'ADD', options: { ADD: '+', DIVIDE: '/' }, multivalued: false },
  { title: 'A', description: '', type: 'NUMBER', required: true, defaultValue: [1, 2, 3], multivalued: true },
  { title: 'A', description: '', type: 'NUMBER', required: true, defaultValue: 0, multivalued: false },
  { title: 'A', description: '', type: 'BOOLEAN', required: false, defaultValue: false, multivalued: false },
  { title: 'A', description: '', type: 'OBJECT', required: true, defaultValue: { a: [1] }, multivalued: false },
  { title: 'A', description: '', type: 'OBJECT', required: false, defaultValue: [{ a: 1 }], multivalued: true },
  { title: 'A', description: '', type: 'STRING', required: false, multivalued: true },
  { title: 'A', description: '', type: 'STRING', required: false, multivalued: false, unknown: 'kept' },
])('a property that is opened and applied comes back as it was: %j', (property) => {
  expect(readForm(formOf('a', property), [], property)).toEqual({ property });
});

describe('what is wrong is told at its field', () => {
  test.each<[Partial<PropertyForm>, string, string]>([
    [{ name: 'a b' }, 'name', 'Letters, digits and underscores, not a digit first: scripts read it as properties.name.'],
    [{ name: 'taken' }, 'name', 'There is a property “taken” already.'],
    [{ title: '' }, 'title', 'A property needs a label.'],
    [{ type: 'NUMBER', hasDefault: true, one: 'many' }, 'defaultValue', 'The default value does not fit: a number is needed.'],
    [{ type: 'OBJECT', hasDefault: true, one: '{' }, 'defaultValue', 'This is no JSON.'],
    [{ hasOptions: true, options: [] }, 'options', 'Enumerated values need at least one value.'],
    [
      { hasOptions: true, options: [['a', 'A']] },
      'options',
      '“a” is no key of an enumerated value. Expected: capital letters, digits and underscores.',
    ],
    [
      {
        hasOptions: true,
        options: [
          ['A', 'a'],
          ['A', 'b'],
        ],
      },
      'options',
      '“A” is there twice.',
    ],
    [{ hasOptions: true, options: [['A', 'a']], hasDefault: true, one: 'B' }, 'defaultValue', 'The default value does not fit: one of A is needed.'],
  ])('%j', (form, field, message) => {
    expect(read(form, ['taken'])).toEqual({ errors: { [field]: message } });
  });
});

test('enumerated values go with a type that has none', () => {
  expect(read({ type: 'NUMBER', hasOptions: true, options: [['A', 'a']] })).toEqual({
    property: { title: 'Key', description: '', type: 'NUMBER', required: false, multivalued: false },
  });
});
