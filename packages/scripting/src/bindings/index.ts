import { callbackTypes } from './callbacks.ts';
import { legacyTypes } from './legacy.ts';
import { nextGenTypes } from './next-gen.ts';
import { bindings, results } from './table.ts';
import type { Binding, BindingSet, Member } from './types.ts';

export type { Binding, BindingSet, Member } from './types.ts';

const types: Readonly<Record<string, readonly Member[]>> = { ...nextGenTypes, ...callbackTypes, ...legacyTypes };

/** Names that a script of a set finds, and those that it may leave for AM. A test holds the table against what the sandbox really has. */
export function bindingsOf(set: BindingSet): { given: readonly Binding[]; left: readonly Binding[] } {
  const of = (list: readonly Binding[]) => list.filter(({ where }) => where.includes(set));
  return { given: of(bindings), left: of(results) };
}

/** Members of a type of the table; none for an unknown one. */
export function membersOf(type: string): readonly Member[] {
  return Object.hasOwn(types, type) ? (types[type] ?? []) : [];
}

/** Name of a member without its arguments. */
export const memberName = ({ call }: Member): string => /^[^(]*/.exec(call)?.[0] ?? call;

/** The set that a script gets. What has no known context is taken for a decision: that is what most scripts are for. */
export function bindingSetOf(context: string | undefined, evaluatorVersion: string | undefined): BindingSet {
  if (context === 'LIBRARY') return 'library';
  if (context === 'NODE_DESIGNER') return 'designer';
  const isProvider = context?.startsWith('CONFIG_PROVIDER_NODE') ?? false;
  if (evaluatorVersion === '2.0') return isProvider ? 'provider' : 'decision';
  return isProvider ? 'legacyProvider' : 'legacyDecision';
}
