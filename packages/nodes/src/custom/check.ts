import type { CustomNodeProperty, CustomNodeType, Issue } from '@tandem/journey';
import { SCRIPT_ERROR } from './definition.ts';
import { fits } from './values.ts';

/** The types that a property of a custom node can have (facts 1.7, recorded). */
export const PROPERTY_TYPES = ['STRING', 'NUMBER', 'BOOLEAN', 'OBJECT'] as const;
export type PropertyType = (typeof PROPERTY_TYPES)[number];

const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;
const OPTION_KEY = /^[A-Z0-9_]+$/;
/** AM's own fields of a node stand beside its properties. */
const TAKEN = new Set(['_id', '_rev', '_type', '_outcomes', '__proto__', 'constructor', 'prototype']);

const VALUE_WORDS: Record<string, string> = {
  STRING: 'a text',
  NUMBER: 'a number',
  BOOLEAN: 'true or false',
  OBJECT: 'a JSON object',
};

/** What a property's value has to be, in words: "a list of numbers" is "a list, each entry a number". */
export function valueWords({ type, multivalued, options }: CustomNodeProperty): string {
  const keys = Object.keys(options ?? {});
  const one = keys.length > 0 ? `one of ${keys.join(', ')}` : (VALUE_WORDS[type] ?? 'a value');
  return multivalued ? `a list, each entry ${one}` : one;
}

/**
 * What is wrong with the name of a property: scripts read it as `properties.<name>`, so it is an identifier of letters, digits and underscores.
 * @param others names of the type's other properties
 */
export function propertyNameProblem(name: string, others: readonly string[]): string | undefined {
  if (name === '') return 'A property needs a name.';
  if (!NAME.test(name)) return 'Letters, digits and underscores, not a digit first: scripts read it as properties.name.';
  if (TAKEN.has(name)) return `“${name}” is taken by AM or by JavaScript.`;
  return others.includes(name) ? `There is a property “${name}” already.` : undefined;
}

/** What is wrong with one property, by the field of it. */
export function propertyIssues(name: string, property: CustomNodeProperty, others: readonly string[]): Issue[] {
  const issues: Issue[] = [];
  const nameProblem = propertyNameProblem(name, others);
  if (nameProblem !== undefined) issues.push({ field: 'name', message: nameProblem });
  if ((property.title ?? '').trim() === '') issues.push({ field: 'title', message: 'A property needs a label.' });
  if (!PROPERTY_TYPES.some((type) => type === property.type))
    issues.push({ field: 'type', message: `There is no property type “${property.type}”.`, expected: PROPERTY_TYPES.join(', ') });
  const keys = Object.keys(property.options ?? {});
  if (keys.length > 0 && property.type !== 'STRING')
    issues.push({ field: 'options', message: 'Only a property of the type STRING has enumerated values.' });
  for (const key of keys) {
    if (!OPTION_KEY.test(key))
      issues.push({
        field: `options.${key}`,
        message: `“${key}” is no key of an enumerated value.`,
        expected: 'capital letters, digits and underscores',
      });
  }
  const { defaultValue } = property;
  if (defaultValue !== undefined && defaultValue !== null && !fits(property, defaultValue))
    issues.push({ field: 'defaultValue', message: `The default value does not fit: ${valueWords(property)} is needed.` });
  return issues;
}

/**
 * Everything for which AM (or a journey that uses the type) would have trouble with it; `field` is the path in the type. The script's language is
 * not looked at: it depends on the realm.
 */
export function customTypeIssues(type: CustomNodeType): Issue[] {
  const issues: Issue[] = [];
  if (type.displayName.trim() === '') issues.push({ field: 'displayName', message: 'A custom node needs a name.' });
  issues.push(...outcomeIssues(type), ...keyIssues('inputs', type.inputs), ...keyIssues('outputs', type.outputs));
  const properties = Object.entries(type.properties ?? {});
  for (const [name, property] of properties) {
    // Keys of an object are unique already.
    for (const { field, ...issue } of propertyIssues(name, property, [])) issues.push({ ...issue, field: `properties.${name}.${field}` });
  }
  return issues;
}

function outcomeIssues({ outcomes, errorOutcome }: CustomNodeType): Issue[] {
  if (outcomes.length === 0) return [{ field: 'outcomes', message: 'A custom node needs at least one outcome.' }];
  return outcomes.flatMap((outcome, index): Issue[] => {
    const field = `outcomes.${index}`;
    if (outcome.trim() === '') return [{ field, message: 'An outcome needs a name.' }];
    if (outcome !== outcome.trim()) return [{ field, message: 'The name begins or ends with a space.' }];
    if (outcomes.indexOf(outcome) < index) return [{ field, message: `There is an outcome “${outcome}” already.` }];
    if (errorOutcome && outcome === SCRIPT_ERROR)
      return [{ field, message: `“${SCRIPT_ERROR}” is what the error outcome is called.`, expected: 'another name, or no error outcome' }];
    return [];
  });
}

function keyIssues(field: 'inputs' | 'outputs', keys: readonly string[] = []): Issue[] {
  return keys.flatMap((key, index): Issue[] => {
    if (key.trim() === '') return [{ field: `${field}.${index}`, message: 'A key of node state needs a name.' }];
    return keys.indexOf(key) < index ? [{ field: `${field}.${index}`, message: `“${key}” is listed already.` }] : [];
  });
}
