import { describe, expect, test } from 'vitest';
import { type ConfigField, type ConfigFields, defaultConfig, fieldApplies, validateConfig, withDefaults } from './config.ts';

const message = (field: ConfigField, value: unknown) => validateConfig({ f: field }, { f: value as never })[0]?.message;

describe('a value of the wrong kind is told what would be right', () => {
  test.each<[ConfigField, unknown, string]>([
    [{ kind: 'integer', label: 'L', min: 1, unit: 's' }, 0, 'A whole number from 1 (s).'],
    [{ kind: 'integer', label: 'L', min: 0, max: 9 }, 1.5, 'A whole number from 0 to 9.'],
    [{ kind: 'number', label: 'L' }, 'x', 'A number.'],
    [{ kind: 'boolean', label: 'L' }, 'true', 'true or false.'],
    [{ kind: 'enum', label: 'L', options: [{ value: 'A', label: 'a' }] }, 'a', 'One of A.'],
    [{ kind: 'stringList', label: 'L' }, 'a', 'A list of strings.'],
    [{ kind: 'url', label: 'L' }, 'javascript:alert(1)', 'An absolute http or https URL.'],
    [{ kind: 'string', label: 'L', required: true }, '', 'L is required.'],
    [{ kind: 'outcomes', label: 'L', required: true }, [], 'L: at least one entry.'],
  ])('%j', (field, value, expected) => {
    expect(message(field, value)).toBe(expected);
  });
});

test('fractions are numbers', () => {
  expect(message({ kind: 'number', label: 'L' }, 0.5)).toBeUndefined();
});

test('absent values fail only when required, applicable and without default', () => {
  const fields = {
    mode: {
      kind: 'enum',
      label: 'Mode',
      default: 'A',
      options: [
        { value: 'A', label: 'A' },
        { value: 'B', label: 'B' },
      ],
    },
    needed: { kind: 'string', label: 'Needed', required: true, when: { field: 'mode', in: ['B'] } },
    given: { kind: 'string', label: 'Given', required: true, default: 'x' },
  } as const;
  expect(validateConfig(fields, {})).toEqual([]);
  expect(validateConfig(fields, { mode: 'B' })).toEqual([{ field: 'needed', message: 'Needed is required.' }]);
  expect(fieldApplies(fields.needed, {}, fields)).toBe(false);
});

test('unknown properties pass', () => {
  expect(validateConfig({}, { anything: { goes: true } })).toEqual([]);
});

test('defaults fill what is absent and are never shared', () => {
  const fields: ConfigFields = { list: { kind: 'stringList', label: 'L', default: ['*'] } };
  expect(withDefaults(fields, { other: 1 })).toEqual({ other: 1, list: ['*'] });
  expect(withDefaults(fields, { list: [] })).toEqual({ list: [] });
  expect(defaultConfig(fields).list).not.toBe(defaultConfig(fields).list);
});
