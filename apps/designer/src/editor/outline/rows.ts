import { type JourneyDocument, START_NODE_ID } from '@tandem/journey';
import { childrenOf, ENTRY_OUTCOME, orderOf } from '../../canvas/index.ts';
import { definitionFor, type Kinds, nameOf, outcomesIn } from '../store/nodes.ts';

/** An outcome and where it leads; the start is one, too. */
export interface OutcomeRow {
  kind: 'outcome';
  key: string;
  from: string;
  outcome: string;
  label: string;
  to: string | null;
  target: string;
  /** Connected, but the node no longer has it. */
  gone: boolean;
}
/** A node on the canvas (`page: null`) or inside a page, with what it holds and where it leads. */
export interface NodeRow {
  kind: 'node';
  key: string;
  id: string;
  page: string | null;
  label: string;
  type: string;
  icon: string;
  rows: readonly OutlineRow[];
}
export type OutlineRow = NodeRow | OutcomeRow;

export const nodeKey = (id: string): string => `node:${id}`;
const outcomeKey = (from: string, outcome: string) => `outcome:${from}|${outcome}`;

/** The journey as rows: the start, then every node as a run meets them, with the nodes of a page and the outcomes below it. */
export function outlineRows(kinds: Kinds, document: JourneyDocument): OutlineRow[] {
  const entry = document.tree.entryNodeId ?? '';
  const start = outcomeRow(kinds, document, START_NODE_ID, ENTRY_OUTCOME, 'Start', entry === '' ? null : entry, false);
  return [start, ...orderOf(document, kinds).map((id) => canvasRow(kinds, document, id))];
}

function canvasRow(kinds: Kinds, document: JourneyDocument, id: string): NodeRow {
  const connections = document.tree.nodes?.[id]?.connections ?? {};
  const outcomes = outcomesIn(kinds, document, id);
  const known = new Set(outcomes.map((outcome) => outcome.id));
  const children = childrenOf(document.nodes[id]).map((child): NodeRow => ({ ...nodeRow(kinds, document, child.id), page: id }));
  const leading = outcomes.map((outcome) =>
    outcomeRow(kinds, document, id, outcome.id, outcome.displayName ?? outcome.id, connections[outcome.id] ?? null, false),
  );
  const gone = Object.entries(connections).flatMap(([outcome, to]) =>
    known.has(outcome) ? [] : [outcomeRow(kinds, document, id, outcome, outcome, to, true)],
  );
  const isPage = document.tree.nodes?.[id]?.nodeType === 'PageNode';
  return { ...nodeRow(kinds, document, id), rows: [...(isPage ? children : []), ...leading, ...gone] };
}

function nodeRow(kinds: Kinds, document: JourneyDocument, id: string): NodeRow {
  const definition = definitionFor(kinds, document, id);
  const label = nameOf(kinds, document, id);
  return { kind: 'node', key: nodeKey(id), id, page: null, label, type: definition?.name ?? '', icon: definition?.icon ?? 'box', rows: [] };
}

function outcomeRow(
  kinds: Kinds,
  document: JourneyDocument,
  from: string,
  outcome: string,
  label: string,
  to: string | null,
  gone: boolean,
): OutcomeRow {
  const target = to === null ? 'not connected' : nameOf(kinds, document, to);
  return { kind: 'outcome', key: outcomeKey(from, outcome), from, outcome, label, to, target, gone };
}

export function rowsByKey(rows: readonly OutlineRow[]): Map<string, OutlineRow> {
  const all = (list: readonly OutlineRow[]): OutlineRow[] => list.flatMap((row) => [row, ...(row.kind === 'node' ? all(row.rows) : [])]);
  return new Map(all(rows).map((row) => [row.key, row]));
}

/** What a screen reader says of a row. */
export function rowWords(row: OutlineRow): string {
  if (row.kind === 'outcome') return row.gone ? `${row.label}, an outcome that the node no longer has, leads to ${row.target}` : wordsOf(row);
  const type = row.type === row.label || row.type === '' ? '' : `, ${row.type}`;
  const outcomes = row.rows.filter(({ kind }) => kind === 'outcome').length;
  const children = row.rows.length - outcomes;
  const inside = children > 0 ? `, ${children} ${children === 1 ? 'node' : 'nodes'} inside` : '';
  return `${row.label}${type}${inside}${row.page === null ? `, ${outcomes} ${outcomes === 1 ? 'outcome' : 'outcomes'}` : ''}`;
}

const wordsOf = ({ label, to, target }: OutcomeRow) => `${label}, ${to === null ? 'not connected' : `leads to ${target}`}`;
