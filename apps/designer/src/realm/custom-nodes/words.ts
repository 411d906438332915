import type { CustomNodeRecord, InstanceEffectAnswer } from '@tandem/api';
import { type CustomNodeProperty, type CustomNodeType, deepEqual, type Json } from '@tandem/journey';
import { categoryName, ownTags } from './categories.ts';

export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** Journeys in which nodes of the type are, each once. */
export const journeysOf = (uses: CustomNodeRecord['uses']): string[] => [...new Set(uses.map(({ journey }) => journey))];

const TYPES: Record<string, string> = { STRING: 'String', NUMBER: 'Number', BOOLEAN: 'Boolean', OBJECT: 'Object' };
export const typeName = (type: string): string => TYPES[type] ?? type;

/** "String, one of 3, multi-valued" */
export function kindWords({ type, options, multivalued }: CustomNodeProperty): string {
  const values = Object.keys(options ?? {}).length;
  return [typeName(type), ...(values > 0 ? [`one of ${values}`] : []), ...(multivalued ? ['multi-valued'] : [])].join(', ');
}

export const shown = (value: Json | undefined): string => (typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value));
/** In a sentence: texts in quotation marks. */
const quoted = (value: Json): string => (typeof value === 'string' ? `“${value}”` : JSON.stringify(value));

/** What becomes of one node, a sentence each. */
export function effectWords({ cut, moved, values, needs }: InstanceEffectAnswer): string[] {
  return [
    ...cut.map(({ outcome, to }) => `The connection of ${outcome} to ${to} is cut.`),
    ...moved.map(({ from, outcome }) => `The connection of ${from} goes on as ${outcome}.`),
    ...values.map(({ label, before, after, why }) => {
      if (why === 'fitted') return `${label}: ${quoted(before)} becomes ${after === undefined ? 'nothing' : quoted(after)}.`;
      const rest = after === undefined ? 'is lost' : `gives way to the default ${quoted(after)}`;
      return why === 'removed' ? `${label}: its value ${quoted(before)} is lost.` : `${label}: its value ${quoted(before)} does not fit and ${rest}.`;
    }),
    ...needs.map((label) => `${label} is required and has no value yet.`),
  ];
}

/** Whether something is lost on the node, and not only told. */
export const isLossy = ({ cut, values }: InstanceEffectAnswer): boolean => cut.length > 0 || values.some(({ why }) => why !== 'fitted');

/** What differs between two states of a type, a line each; the script is shown by itself. */
export function differences(before: CustomNodeType, after: CustomNodeType): string[] {
  const texts = (['displayName', 'description'] as const).flatMap((field) => {
    const [was, is] = [before[field] ?? '', after[field] ?? ''];
    return was === is ? [] : [`${field === 'displayName' ? 'Name' : 'Description'}: ${was || '(none)'} → ${is || '(none)'}`];
  });
  const category =
    categoryName(before) === categoryName(after) ? [] : [`Category: ${categoryName(before) || '(none)'} → ${categoryName(after) || '(none)'}`];
  const [old, now] = [before.properties ?? {}, after.properties ?? {}];
  const properties = [
    ...Object.keys(now).flatMap((name) =>
      old[name] === undefined ? [`Property ${name} added`] : deepEqual(old[name], now[name]) ? [] : [`Property ${name} changed`],
    ),
    ...Object.keys(old).flatMap((name) => (now[name] === undefined ? [`Property ${name} removed`] : [])),
  ];
  return [
    ...texts,
    ...category,
    ...listDifferences('Tag', ownTags(before), ownTags(after)),
    ...listDifferences('Outcome', before.outcomes, after.outcomes),
    ...((before.errorOutcome ?? false) === (after.errorOutcome ?? false) ? [] : [`Error outcome ${after.errorOutcome ? 'on' : 'off'}`]),
    ...listDifferences('Input', before.inputs, after.inputs),
    ...listDifferences('Output', before.outputs, after.outputs),
    ...properties,
  ];
}

function listDifferences(what: string, before: readonly string[] = [], after: readonly string[] = []): string[] {
  const added = after.filter((entry) => !before.includes(entry)).map((entry) => `${what} ${entry} added`);
  const removed = before.filter((entry) => !after.includes(entry)).map((entry) => `${what} ${entry} removed`);
  const isOrder = added.length + removed.length === 0 && !deepEqual([...before], [...after]);
  return isOrder ? [`${what}s in another order`] : [...added, ...removed];
}
