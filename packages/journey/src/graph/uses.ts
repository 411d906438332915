import type { NodeKnowledge } from '../knowledge.ts';
import type { Realm } from '../model.ts';
import { configOf, fieldHolding } from './config.ts';
import { nodesOf } from './nodes.ts';

/** A script by id, a journey by name, a node type by its type id, an email template by its name. */
export type UseTarget = { script: string } | { journey: string } | { nodeType: string } | { emailTemplate: string };

export interface Use {
  journey: string;
  node: string;
  displayName: string;
  /** Id of the page the node stands in. */
  page?: string;
  /** The configuration field that names the target; undefined for node types. */
  field?: string;
}

/** Where the realm's journeys use something, in the journeys' order: what to look at before changing or deleting it. */
export function usesOf(realm: Realm, target: UseTarget, knowledge: NodeKnowledge): Use[] {
  return Object.entries(realm.journeys).flatMap(([journey, { tree }]) =>
    nodesOf(realm, tree).flatMap((node): Use[] => {
      const place = { journey, node: node.id, displayName: node.displayName, ...(node.page === undefined ? {} : { page: node.page }) };
      if ('nodeType' in target) return node.type === target.nodeType ? [place] : [];
      if (node.resource === undefined) return [];
      const config = configOf(node.resource);
      const references = knowledge.references(node.type, config);
      const [names, name] =
        'script' in target
          ? [references.scripts, target.script]
          : 'journey' in target
            ? [references.journeys, target.journey]
            : [references.emailTemplates, target.emailTemplate];
      if (!names.includes(name)) return [];
      const field = fieldHolding(config, name);
      return [{ ...place, ...(field === undefined ? {} : { field }) }];
    }),
  );
}
