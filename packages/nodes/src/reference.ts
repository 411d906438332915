import type { Outcome } from '@tandem/journey';
import { defaultConfig, withDefaults } from './config.ts';
import type { NodeDefinition, StateScope } from './contract.ts';

/** What the page of a node type tells, in the designer and in docs/nodes, beside what stands in its definition. */
export interface NodeReference {
  /** Outcomes of a new node, and those that settings or children add. */
  outcomes: readonly (Outcome & { isOptional: boolean })[];
  reads: readonly string[];
  writes: readonly { key: string; scope: StateScope }[];
  /** Ping's page about it; custom and unknown types have none. */
  page: { title: string; address: string } | null;
}

const REFERENCE = 'https://docs.pingidentity.com/auth-node-ref/latest';

/** Ping names the pages of its node reference after the node: "Polling Wait node" is polling-wait.html. A page that was renamed is found from there. */
function pageOf({ type, name }: NodeDefinition): NodeReference['page'] {
  if (type.startsWith('designer-') || name === type) return null;
  const bare = name.replace(/ node$/i, '');
  const slug = bare
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return { title: `${bare} node`, address: `${REFERENCE}/${slug}.html` };
}

/** @param config present settings; default those of a new node */
export function referenceOf(definition: NodeDefinition, config = defaultConfig(definition.fields)): NodeReference {
  const settings = withDefaults(definition.fields, config);
  const context = { version: definition.versions.at(-1) ?? '1.0', stored: [], connected: [], childOutcomes: () => [], allOutcomes: () => [] };
  const now = definition.outcomes(settings, context);
  const others = (definition.allOutcomes ?? []).filter(({ id }) => !now.some((outcome) => outcome.id === id));
  return {
    outcomes: [...now.map((outcome) => ({ ...outcome, isOptional: false })), ...others.map((outcome) => ({ ...outcome, isOptional: true }))],
    reads: [...new Set(definition.reads(settings))],
    writes: definition.writes(settings),
    page: pageOf(definition),
  };
}
