import type { CustomNodeType } from '@tandem/journey';
import { deriveNodes, widthOfCards } from './derive.ts';
import type { JourneyDocument } from './document.ts';
import { ABOVE } from './freePlace.ts';
import type { Point } from './geometry.ts';

/**
 * Room for a node that became higher: what it would lie on goes down, and what that would lie on in its turn.
 *
 * @param before its height before; what it reached over then stays where it is
 * @returns new places
 */
export function roomBelow(document: JourneyDocument, customTypes: readonly CustomNodeType[], id: string, before: number): (Point & { id: string })[] {
  const boxes = deriveNodes(document, customTypes, widthOfCards(document, customTypes)).flatMap(({ id, type, position, width = 0, height = 0 }) =>
    type === 'card' || type === 'end' ? [{ id, ...position, width, height }] : [],
  );
  const grown = boxes.find((box) => box.id === id);
  if (!grown || grown.height <= before) return [];
  const moved = new Map<string, Point & { id: string }>();
  const push = (box: typeof grown, from: number) => {
    const bottom = box.y + box.height + ABOVE;
    for (const other of boxes) {
      const isBelow = other.y >= from && other.y < bottom && other !== box;
      if (!isBelow || other.x >= box.x + box.width || box.x >= other.x + other.width) continue;
      const reached = other.y + other.height;
      other.y = bottom;
      moved.set(other.id, { id: other.id, x: other.x, y: other.y });
      push(other, reached);
    }
  };
  push(grown, grown.y + before);
  return [...moved.values()];
}

/** How high a node's card is. */
export function heightOf(document: JourneyDocument, customTypes: readonly CustomNodeType[], id: string): number {
  return deriveNodes(document, customTypes).find((node) => node.id === id)?.height ?? 0;
}
