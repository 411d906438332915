import { FAILURE_NODE_ID, type JourneyDocument, START_NODE_ID, SUCCESS_NODE_ID } from '@tandem/journey';
import type { Drawing } from '../canvas/index.ts';

/**
 * What has a meaning in Mermaid, HTML or Markdown, which Mermaid reads in every label: emphasis, links (addresses and mail too), math, directives,
 * and what begins a list or a line.
 */
const SPECIAL = /[#"<>&`\\%*$~@[]|(?<=^\d+)[.)]|^[-+]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|:(?=\/\/)|(?<=\bwww)\./giu;

/** Text between quotes in Mermaid: what has a meaning there becomes a numbered entity. There has to be some. */
function quoted(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  return `"${plain.replace(SPECIAL, (character) => `#${character.charCodeAt(0)};`) || '#160;'}"`;
}

const ENDS = { start: 'Start', success: 'Success', failure: 'Failure' };
const END_NAMES: Readonly<Record<string, string>> = { [START_NODE_ID]: 'start', [SUCCESS_NODE_ID]: 'success', [FAILURE_NODE_ID]: 'failure' };

/** A journey as a Mermaid flowchart: nodes in journey order, pages as frames of their nodes, outcomes on the arrows. */
export function mermaidOf({ tree }: JourneyDocument, { cards, ends, unknown }: Pick<Drawing, 'cards' | 'ends' | 'unknown'>): string {
  const names = new Map(cards.map(({ id }, index) => [id, `n${index + 1}`]));
  for (const [index, { id }] of unknown.entries()) names.set(id, `unknown${index + 1}`);
  const nameOf = (id: string) => END_NAMES[id] ?? names.get(id) ?? 'unknown';
  const lines = ['flowchart LR'];
  const used = new Set([tree.entryNodeId, ...cards.flatMap(({ id }) => Object.values(tree.nodes?.[id]?.connections ?? {}))]);
  for (const { kind } of ends) {
    const isUsed = kind === 'start' || used.has(kind === 'success' ? SUCCESS_NODE_ID : FAILURE_NODE_ID);
    if (isUsed) lines.push(`  ${kind}(["${ENDS[kind]}"])`);
  }
  for (const { id, data } of cards) {
    const name = nameOf(id);
    if (data.children.length > 0) {
      lines.push(`  subgraph ${name}[${quoted(data.name)}]`, '    direction TB');
      lines.push(...data.children.map((child, index) => `    ${name}c${index + 1}[${quoted(child.name)}]`), '  end');
    } else lines.push(`  ${name}[${quoted(data.name)}]`);
  }
  lines.push(...unknown.map(({ id }) => `  ${nameOf(id)}{{${quoted(`Unknown node ${id}`)}}}`));
  if (tree.entryNodeId !== undefined) lines.push(`  start --> ${nameOf(tree.entryNodeId)}`);
  for (const { id, data } of cards) {
    for (const port of data.ports) {
      const target = tree.nodes?.[id]?.connections?.[port.id];
      if (target !== undefined) lines.push(`  ${nameOf(id)} -->|${quoted(port.label)}| ${nameOf(target)}`);
    }
  }
  return `${lines.join('\n')}\n`;
}
