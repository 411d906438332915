import type { CustomNodeType } from '@tandem/journey';
import { deriveNodes, widthOfCards } from './derive.ts';
import type { JourneyDocument } from './document.ts';
import { ABOVE, BESIDE } from './freePlace.ts';
import { CARD_WIDTH, type Point, type Rect } from './geometry.ts';

/** How far cards go to one side until they clear the others: the least way that lies in none of the spans in which one of them lies on another. */
function leastWay(spans: readonly (readonly [number, number])[]): number {
  let way = 0;
  for (const [low, high] of [...spans].sort(([a], [b]) => a - b)) if (low < way && way < high) way = high;
  return Math.ceil(way);
}

/**
 * How far these nodes, which keep their distances, have to go so that none lies on another one of the journey: the shortest of the four ways, down
 * before right before up before left.
 */
export function freeShift(document: JourneyDocument, customTypes: readonly CustomNodeType[], ids: readonly string[]): Point {
  const moving = new Set(ids);
  const rest = Object.fromEntries(Object.entries(document.tree.nodes ?? {}).filter(([id]) => !moving.has(id)));
  const width = widthOfCards({ ...document, tree: { ...document.tree, nodes: rest } }, customTypes);
  const own: Rect[] = [];
  const others: Rect[] = [];
  for (const { id, type, position, width: wide = 0, height = 0 } of deriveNodes(document, customTypes, width)) {
    if (moving.has(id)) own.push({ ...position, width: CARD_WIDTH, height });
    else if (type !== 'note') others.push({ ...position, width: wide, height });
  }
  const down: [number, number][] = [];
  const right: [number, number][] = [];
  for (const a of own)
    for (const b of others) {
      const x: [number, number] = [b.x - BESIDE - a.width - a.x, b.x + b.width + BESIDE - a.x];
      const y: [number, number] = [b.y - ABOVE - a.height - a.y, b.y + b.height + ABOVE - a.y];
      if (x[0] < 0 && 0 < x[1]) down.push(y);
      if (y[0] < 0 && 0 < y[1]) right.push(x);
    }
  const back = (spans: readonly [number, number][]) => -leastWay(spans.map(([low, high]) => [-high, -low]));
  const ways = [
    { x: 0, y: leastWay(down) },
    { x: leastWay(right), y: 0 },
    { x: 0, y: back(down) },
    { x: back(right), y: 0 },
  ];
  const far = ({ x, y }: Point) => Math.abs(x) + Math.abs(y);
  return ways.reduce((best, way) => (far(way) < far(best) ? way : best));
}
