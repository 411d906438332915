import type { CustomNodeType } from '@tandem/journey';
import { deriveNodes, widthOfCards } from './derive.ts';
import type { CardData } from './describe.ts';
import type { JourneyDocument } from './document.ts';
import { deriveEdges } from './edges.ts';
import type { Rect } from './geometry.ts';
import { pathThrough } from './routing.ts';

interface DrawnEnd {
  kind: 'start' | 'success' | 'failure';
  rect: Rect;
}
/** All of a journey as the canvas would draw it with nothing out of sight. */
export interface Drawing {
  name: string;
  bounds: Rect;
  notes: { text: string; rect: Rect }[];
  wires: { path: string; unknownTarget: boolean }[];
  ends: DrawnEnd[];
  /** Ids that connections name and nobody knows. */
  unknown: { id: string; rect: Rect }[];
  cards: { id: string; data: CardData; rect: Rect }[];
}

function boundsOf(rects: readonly Rect[]): Rect {
  const x = Math.min(...rects.map((rect) => rect.x));
  const y = Math.min(...rects.map((rect) => rect.y));
  const right = Math.max(...rects.map((rect) => rect.x + rect.width));
  const bottom = Math.max(...rects.map((rect) => rect.y + rect.height));
  return { x, y, width: right - x, height: bottom - y };
}

/** Places, sizes and ways of everything in a journey, for pictures of it. */
export function drawingOf(document: JourneyDocument, customTypes: readonly CustomNodeType[]): Drawing {
  const nodes = deriveNodes(document, customTypes, widthOfCards(document, customTypes));
  const edges = deriveEdges(document.tree, nodes);
  const drawing: Drawing = {
    name: document.tree._id,
    bounds: { x: 0, y: 0, width: 0, height: 0 },
    notes: [],
    wires: [],
    ends: [],
    unknown: [],
    cards: [],
  };
  for (const { id, type, data, position, width = 0, height = 0 } of nodes) {
    const rect = { ...position, width, height };
    if (type === 'card') drawing.cards.push({ id, data, rect });
    else if (type === 'end') drawing.ends.push({ kind: data.kind, rect });
    else if (type === 'note') drawing.notes.push({ text: data.text, rect });
    else drawing.unknown.push({ id, rect });
  }
  const corners: Rect[] = [];
  for (const { data } of edges) {
    if (!data) continue;
    drawing.wires.push({ path: pathThrough(data.points), unknownTarget: data.unknownTarget });
    corners.push(...data.points.map((point) => ({ ...point, width: 0, height: 0 })));
  }
  drawing.bounds = boundsOf([...nodes.map(({ position, width = 0, height = 0 }) => ({ ...position, width, height })), ...corners]);
  return drawing;
}
