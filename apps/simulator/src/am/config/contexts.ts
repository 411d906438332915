import type { JsonObject } from '@tandem/journey';
import { bindingSetOf, bindingsOf, type Member, membersOf } from '@tandem/scripting/bindings';
import type { Collection } from './collection.ts';

/** Contexts of the scripts that journeys run, with the evaluator versions that each has. */
const CONTEXTS: Readonly<Record<string, readonly string[]>> = {
  AUTHENTICATION_TREE_DECISION_NODE: ['1.0', '2.0'],
  SCRIPTED_DECISION_NODE: ['2.0'],
  CONFIG_PROVIDER_NODE: ['1.0'],
  CONFIG_PROVIDER_NODE_NEXT_GEN: ['2.0'],
  NODE_DESIGNER: ['2.0'],
  LIBRARY: ['2.0'],
};

/** `contexts`: what a script of each kind finds, for editors to complete and to check. */
export const contexts: Collection = {
  list: () => Object.keys(CONTEXTS).map(contextView),
  read: (_stored, id) => (Object.hasOwn(CONTEXTS, id) ? contextView(id) : undefined),
};

function contextView(id: string): JsonObject {
  const versions = CONTEXTS[id] ?? [];
  return {
    _id: id,
    allowLists: {},
    evaluatorVersions: { JAVASCRIPT: [...versions] },
    bindings: bindingsOf(bindingSetOf(id, versions.at(-1))).given.map(({ name, kind, type }) => ({
      name,
      javaScriptType: kind,
      elements: type === undefined ? [] : membersOf(type).map(elementOf),
    })),
  };
}

/** "goTo(outcome)": a method and the names of its parameters. */
function elementOf({ call }: Member): JsonObject {
  const [, name = call, parameters] = /^([^(]*)(?:\((.*)\))?/.exec(call) ?? [];
  if (parameters === undefined) return { elementType: 'field', name };
  const names = parameters.split(',').map((parameter) => parameter.trim().replaceAll(/[^\w]/g, ''));
  return { elementType: 'method', name, parameters: names.filter(Boolean).map((parameter) => ({ name: parameter })) };
}
