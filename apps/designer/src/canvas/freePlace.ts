import type { CustomNodeType } from '@tandem/journey';
import { deriveNodes, widthOfCards } from './derive.ts';
import type { JourneyDocument } from './document.ts';
import { CARD_WIDTH, type Point, type Rect } from './geometry.ts';

/** Room to the next card: wide enough that the journey's cards keep their width, and for a connection to pass. */
export const BESIDE = 30;
export const ABOVE = 20;
const STEP = 10;
/** Beyond this somebody has to look for the node anyway. */
const FARTHEST = 4000;

function overlaps(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width + BESIDE && b.x < a.x + a.width + BESIDE && a.y < b.y + b.height + ABOVE && b.y < a.y + a.height + ABOVE;
}

/**
 * Where a card may stand clear of the others, as near as can be to where it was wanted; to the right and below before left and above.
 *
 * @param least not left of this
 */
export function nearestFree(wanted: Rect, others: readonly Rect[], least = Number.NEGATIVE_INFINITY): Point {
  const free = (x: number, y: number) => x >= least && !others.some((other) => overlaps({ ...wanted, x, y }, other));
  if (free(wanted.x, wanted.y)) return { x: wanted.x, y: wanted.y };
  for (let ring = STEP; ring <= FARTHEST; ring += STEP) {
    for (let along = 0; along <= ring; along += STEP) {
      for (const [dx, dy] of around(ring, along)) if (free(wanted.x + dx, wanted.y + dy)) return { x: wanted.x + dx, y: wanted.y + dy };
    }
  }
  return { x: wanted.x, y: wanted.y };
}

/** The eight points of a square ring that lie so far from the middles of its sides. */
function around(ring: number, along: number): [number, number][] {
  return [
    [ring, along],
    [along, ring],
    [ring, -along],
    [-along, ring],
    [along, -ring],
    [-ring, along],
    [-along, -ring],
    [-ring, -along],
  ];
}

/** The place nearest to where this node of the journey stands at which it lies on no other, and not left of `least`. */
export function freePlace(document: JourneyDocument, customTypes: readonly CustomNodeType[], id: string, least?: number): Point {
  const { [id]: _, ...rest } = document.tree.nodes ?? {};
  // How wide the cards are without it: where it is wanted it may lie on others, which would make all of them as narrow as can be.
  const width = widthOfCards({ ...document, tree: { ...document.tree, nodes: rest } }, customTypes);
  const nodes = deriveNodes(document, customTypes, width).filter((node) => node.type !== 'note');
  const own = nodes.find((node) => node.id === id);
  if (!own) throw new Error(`The journey has no node "${id}".`);
  const others = nodes.filter((node) => node !== own).map(({ position, width = 0, height = 0 }): Rect => ({ ...position, width, height }));
  return nearestFree({ ...own.position, width: CARD_WIDTH, height: own.height ?? 0 }, others, least);
}
