import { type JourneyDocument, moveIntoPage, moveOutOfPage, PAGE_TYPE } from '@tandem/journey';
import { definitionOf } from '@tandem/nodes';
import { childrenOf } from '../../canvas/index.ts';
import type { Command } from './history.ts';
import { freshNode, type Kinds, nameOf, outcomesIn, pageOutcomes } from './nodes.ts';

/** What shall stand in a page: a new node of a type, or one that the journey has, on the canvas or in a page. */
export type Candidate = { type: string } | { node: string };

interface Row {
  id: string | null;
  name: string;
  type: string;
  outcomes: number;
}

function rowOf(kinds: Kinds, document: JourneyDocument, candidate: Candidate): Row {
  if ('type' in candidate) {
    const fresh = freshNode(kinds, candidate.type);
    return { id: null, name: fresh.displayName, type: candidate.type, outcomes: fresh.outcomes.length };
  }
  const { node } = candidate;
  const type = document.nodes[node]?._type._id ?? '';
  return { id: node, name: nameOf(kinds, document, node), type, outcomes: outcomesIn(kinds, document, node).length };
}

const inPage = (kinds: Kinds, type: string) => definitionOf(type, { customTypes: kinds }).inPage;

/**
 * Why something cannot stand in a page at this place, and what would be right; null when it can. AM refuses pages and inner journeys in a page, lets
 * some types stand only alone (`metadata.pageNodeCompatibility`), and only the last node of a page have more than one outcome.
 *
 * @param index the place among the other children
 */
export function placeRefusal(kinds: Kinds, document: JourneyDocument, page: string, candidate: Candidate, index: number): string | null {
  if ('node' in candidate && document.nodes[candidate.node] === undefined) return 'The file brought no settings for this node.';
  const row = rowOf(kinds, document, candidate);
  const allowed = inPage(kinds, row.type);
  if (allowed === 'unsupported') return `${row.name} cannot stand on a page. Connect it before or after the page instead.`;
  const others = childrenOf(document.nodes[page])
    .filter(({ id }) => id !== row.id)
    .map(({ id }) => rowOf(kinds, document, { node: id }));
  const alone = allowed === 'standalone' ? row : others.find(({ type }) => inPage(kinds, type) === 'standalone');
  if (alone && others.length > 0) return `${alone.name} can only stand alone on a page. Use a page of its own.`;
  const wrong = others
    .toSpliced(index, 0, row)
    .slice(0, -1)
    .find(({ outcomes }) => outcomes > 1);
  if (wrong === undefined) return null;
  if (wrong === row) return `Only the last node of a page can have more than one outcome. Put ${row.name} last.`;
  return `${wrong.name} has several outcomes and must stay the last of the page. Put ${row.name} before it.`;
}

/** The last place at which it can stand; the refusal of the very last when there is none. */
export function placeInPage(kinds: Kinds, document: JourneyDocument, page: string, candidate: Candidate): { index: number } | { refusal: string } {
  const own = 'node' in candidate ? candidate.node : null;
  const count = childrenOf(document.nodes[page]).filter(({ id }) => id !== own).length;
  for (let index = count; index >= 0; index--) if (placeRefusal(kinds, document, page, candidate, index) === null) return { index };
  return { refusal: placeRefusal(kinds, document, page, candidate, count) ?? '' };
}

/** Pages that a node of the canvas could be moved into, with its place there, or why it has none. */
export function pagesFor(kinds: Kinds, document: JourneyDocument, node: string): ({ page: string } & ({ index: number } | { refusal: string }))[] {
  return pagesOf(document).flatMap((page) => (page === node ? [] : [{ page, ...placeInPage(kinds, document, page, { node }) }]));
}

/** From one page to another. The connections of both pages stay theirs, as far as their outcomes do. */
export function betweenPagesCommand(kinds: Kinds, document: JourneyDocument, from: string, child: string, page: string, index: number): Command {
  return {
    name: `Move ${nameOf(kinds, document, child)} into ${nameOf(kinds, document, page)}`,
    apply(current) {
      const out = moveOutOfPage(current, from, child, { x: 0, y: 0 }, (next) => pageOutcomes(kinds, next, from)).document;
      return moveIntoPage(out, child, page, index, (next) => pageOutcomes(kinds, next, page)).document;
    },
  };
}

export function pagesOf(document: JourneyDocument): string[] {
  return Object.entries(document.tree.nodes ?? {}).flatMap(([id, { nodeType }]) => (nodeType === PAGE_TYPE && document.nodes[id] ? [id] : []));
}
