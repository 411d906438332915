import { connect, type JourneyDocument, moveIntoPage, moveOutOfPage, type Outcome, pageChildren } from '@tandem/journey';
import { childrenOf, freePlace, type Point } from '../../canvas/index.ts';
import type { Command } from './history.ts';
import { type Kinds, nameOf, outcomesIn, pageOutcomes } from './nodes.ts';

/**
 * Moves a node into a page: to its end, or before a last node that has several outcomes. As the last one its connections become the page's.
 *
 * @param place another place among the children
 */
export function intoPageCommand(kinds: Kinds, document: JourneyDocument, id: string, page: string, place?: number): Command {
  return {
    name: `Move ${nameOf(kinds, document, id)} into ${nameOf(kinds, document, page)}`,
    apply(current) {
      const children = pageChildren(current.nodes[page] ?? { _id: page, _type: { _id: '' } });
      const last = children.at(-1);
      const isLast = place === undefined ? last === undefined || outcomesIn(kinds, current, last._id).length < 2 : place >= children.length;
      const own = outcomesIn(kinds, current, id);
      const connections = current.tree.nodes?.[id]?.connections ?? {};
      const index = place ?? (isLast ? children.length : children.length - 1);
      const { document: moved } = moveIntoPage(current, id, page, index, (next) => pageOutcomes(kinds, next, page));
      return isLast ? carry(moved, own, connections, page, pageOutcomes(kinds, moved, page)) : moved;
    },
  };
}

/** Moves a node out of its page. The last one takes the page's connections along, and the page leads to it. */
export function outOfPageCommand(kinds: Kinds, document: JourneyDocument, page: string, child: string, wanted?: Point): Command {
  return {
    name: `Move ${nameOf(kinds, document, child)} out of ${nameOf(kinds, document, page)}`,
    apply(current) {
      const placed = current.tree.nodes?.[page];
      const wasLast = childrenOf(current.nodes[page]).at(-1)?.id === child;
      const before = pageOutcomes(kinds, current, page);
      const at = wanted ?? { x: (placed?.x ?? 0) + 300, y: placed?.y ?? 0 };
      const { document: moved } = moveOutOfPage(current, page, child, at, (next) => pageOutcomes(kinds, next, page));
      const free = freePlace(moved, kinds, child);
      const node = moved.tree.nodes?.[child];
      if (!node) return moved;
      const there = { ...moved, tree: { ...moved.tree, nodes: { ...moved.tree.nodes, [child]: { ...node, ...free } } } };
      if (!wasLast) return there;
      const carried = carry(there, before, placed?.connections ?? {}, child, outcomesIn(kinds, there, child));
      const [single, ...others] = pageOutcomes(kinds, carried, page);
      return single && others.length === 0 ? { ...carried, tree: connect(carried.tree, page, single.id, child) } : carried;
    },
  };
}

/** A page has the outcomes of its last node in the same order, in version 2.0 under other ids: connections go along by their place. */
function carry(
  document: JourneyDocument,
  from: readonly Outcome[],
  connections: Readonly<Record<string, string>>,
  to: string,
  outcomes: readonly Outcome[],
): JourneyDocument {
  const tree = outcomes.reduce((rest, { id }, index) => {
    const target = connections[from[index]?.id ?? ''];
    return target === undefined || target === to ? rest : connect(rest, to, id, target);
  }, document.tree);
  return { ...document, tree };
}
