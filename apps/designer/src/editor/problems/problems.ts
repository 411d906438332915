import { FAILURE_NODE_ID, isEnd, type JourneyDocument, own, pageChildren, reachable } from '@tandem/journey';
import { knownNodeType, validateConfig } from '@tandem/nodes';
import { configIn, definitionFor, type Kinds, nameOf, outcomesIn, placement } from '../store/nodes.ts';

export interface Problem {
  /** Stable id of the rule, shown so that people can name it. */
  rule: 'unconnected-outcome' | 'invalid-field' | 'unknown-target' | 'no-entry' | 'unreachable-node' | 'missing-settings' | 'unknown-type';
  severity: 'error' | 'warning';
  /** Node on the canvas; null: the journey. */
  node: string | null;
  child: string | null;
  place: string;
  message: string;
  fix?: { label: string; from: string; outcome: string; to: string };
}

/** What would keep a journey from running as drawn. */
export function findProblems(kinds: Kinds, document: JourneyDocument): Problem[] {
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
    problems.push(...settingsOf(kinds, document, id, at));
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

function settingsOf(kinds: Kinds, document: JourneyDocument, id: string, at: At): Problem[] {
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
    return { ...at, rule: 'invalid-field', severity: 'error', message: message.startsWith(label) ? message : `${label}: ${message}` };
  });
  const inside = pageChildren(resource).flatMap((child) =>
    settingsOf(kinds, document, child._id, { node: at.node, child: child._id, place: `${at.place} › ${nameOf(kinds, document, child._id)}` }),
  );
  return [...own, ...inside];
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
