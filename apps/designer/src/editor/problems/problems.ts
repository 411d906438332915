import type { RealmResources } from '@tandem/api';
import { FAILURE_NODE_ID, isEnd, type JourneyDocument, type JsonObject, own, pageChildren, reachable } from '@tandem/journey';
import { knownNodeType, type NodeDefinition, validateConfig } from '@tandem/nodes';
import { configIn, definitionFor, type Kinds, nameOf, outcomesIn, placement } from '../store/nodes.ts';

export interface Problem {
  /** Stable id of the rule, shown so that people can name it. */
  rule:
    | 'unconnected-outcome'
    | 'invalid-field'
    | 'missing-reference'
    | 'unknown-target'
    | 'no-entry'
    | 'unreachable-node'
    | 'missing-settings'
    | 'unknown-type';
  severity: 'error' | 'warning';
  /** Node on the canvas; null: the journey. */
  node: string | null;
  child: string | null;
  /** Property of the configuration that it is about. */
  field?: string;
  place: string;
  message: string;
  fix?: { label: string; from: string; outcome: string; to: string };
}

/** What the realm has that a node can name. */
type Names = Pick<RealmResources, 'journeys' | 'scripts' | 'emailTemplates'>;

/** What would keep a journey from running as drawn. */
export function findProblems(kinds: Kinds, document: JourneyDocument, names: Names | null = null): Problem[] {
  const { tree } = document;
  const problems: Problem[] = [];
  const ids = Object.keys(tree.nodes ?? {});
  if (!tree.entryNodeId && ids.length > 0) {
    problems.push({
      rule: 'no-entry',
      severity: 'error',
      node: null,
      child: null,
      place: 'Start',
      message: 'Start leads nowhere: drag from it to the first node.',
    });
  }
  const reached = reachable(tree);
  for (const id of ids) {
    const place = nameOf(kinds, document, id);
    const at = { node: id, child: null, place };
    problems.push(...settingsOf(kinds, document, id, at, names));
    problems.push(...connectionsAt(kinds, document, id, at));
    if (tree.entryNodeId && !reached.has(id)) problems.push({ ...at, rule: 'unreachable-node', severity: 'warning', message: 'Nothing leads here.' });
  }
  return problems;
}

interface At {
  node: string;
  child: string | null;
  place: string;
}

function settingsOf(kinds: Kinds, document: JourneyDocument, id: string, at: At, names: Names | null): Problem[] {
  const nodeType = placement(document, id)?.nodeType ?? '';
  const definition = definitionFor(kinds, document, id);
  const resource = document.nodes[id];
  if (!knownNodeType(nodeType, kinds)) {
    return [{ ...at, rule: 'unknown-type', severity: 'warning', message: `${nodeType} is no node type of this realm.` }];
  }
  if (!definition || !resource)
    return [{ ...at, rule: 'missing-settings', severity: 'error', message: 'The file brought no settings for this node.' }];
  const own = validateConfig(definition.fields, configIn(document, id)).map(({ field, message }): Problem => {
    const label = definition.fields[field]?.label ?? field;
    return { ...at, field, rule: 'invalid-field', severity: 'error', message: message.startsWith(label) ? message : `${label}: ${message}` };
  });
  const missing =
    names === null ? [] : missingIn(definition, configIn(document, id), document, names).map((problem): Problem => ({ ...at, ...problem }));
  const inside = pageChildren(resource).flatMap((child) =>
    settingsOf(kinds, document, child._id, { node: at.node, child: child._id, place: `${at.place} › ${nameOf(kinds, document, child._id)}` }, names),
  );
  return [...own, ...missing, ...inside];
}

/** Journeys, scripts and templates that a node names and the realm lacks. */
function missingIn(definition: NodeDefinition, config: JsonObject, document: JourneyDocument, names: Names) {
  const scripts = new Set([...names.scripts.map((script) => script.id), ...Object.keys(document.scripts)]);
  const kinds = [
    { what: 'journey', severity: 'error', named: definition.journeys?.(config), known: new Set([...names.journeys, document.tree._id]) },
    { what: 'script', severity: 'error', named: definition.scripts?.(config), known: scripts },
    { what: 'email template', severity: 'warning', named: definition.emailTemplates?.(config), known: new Set(names.emailTemplates) },
  ] as const;
  return kinds.flatMap(({ what, severity, named = [], known }) =>
    named
      .filter((name) => name !== '' && !known.has(name))
      .map((name) => {
        const field = Object.keys(definition.fields).find((id) => JSON.stringify(config[id] ?? null).includes(JSON.stringify(name)));
        const label = field === undefined ? '' : `${definition.fields[field]?.label ?? field}: `;
        return {
          ...(field === undefined ? {} : { field }),
          rule: 'missing-reference' as const,
          severity,
          message: `${label}the realm has no ${what} “${name}”.`,
        };
      }),
  );
}

function connectionsAt(kinds: Kinds, document: JourneyDocument, id: string, at: At): Problem[] {
  const connections = document.tree.nodes?.[id]?.connections ?? {};
  const open = outcomesIn(kinds, document, id).filter((outcome) => own(connections, outcome.id) === undefined);
  return [
    ...open.map(
      (outcome): Problem => ({
        ...at,
        rule: 'unconnected-outcome',
        severity: 'warning',
        message: `Outcome ${outcome.displayName} is not connected: the journey fails there.`,
        fix: { label: 'Connect to Failure', from: id, outcome: outcome.id, to: FAILURE_NODE_ID },
      }),
    ),
    ...Object.entries(connections).flatMap(([outcome, to]): Problem[] => {
      if (isEnd(to) || document.tree.nodes?.[to] !== undefined) return [];
      return [{ ...at, rule: 'unknown-target', severity: 'error', message: `Outcome ${outcome} leads to ${to}, which the journey does not have.` }];
    }),
  ];
}

export function countByNode(problems: readonly Problem[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { node, severity } of problems) if (node !== null && severity === 'error') counts.set(node, (counts.get(node) ?? 0) + 1);
  return counts;
}
