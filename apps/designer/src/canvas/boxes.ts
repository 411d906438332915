import type { CustomNodeType } from '@tandem/journey';
import { type CanvasNode, deriveNodes } from './derive.ts';
import type { JourneyDocument } from './document.ts';
import { deriveEdges } from './edges.ts';

/** A card or fixed point with its size and ports, for what arranges nodes. */
interface NodeBox {
  id: string;
  role: 'start' | 'end' | 'node';
  x: number;
  y: number;
  width: number;
  height: number;
  enters: number | null;
  leaves: { id: string; y: number }[];
}
interface NodeLink {
  from: string;
  outcome: string;
  to: string;
}

function boxOf({ id, position, width = 0, height = 0, handles = [], type, data }: CanvasNode): NodeBox {
  const enters = handles.find((handle) => handle.type === 'target')?.y ?? null;
  const leaves = handles.flatMap((handle) => (handle.type === 'source' ? [{ id: handle.id ?? '', y: handle.y }] : []));
  const role = type !== 'end' ? 'node' : data.kind === 'start' ? 'start' : 'end';
  return { id, role, ...position, width, height, enters, leaves };
}

/** Everything of a journey that may be moved, at its real size, and what connects it. Notes are left out: they stay where they were put. */
export function boxesOf(document: JourneyDocument, customTypes: readonly CustomNodeType[]): { boxes: NodeBox[]; links: NodeLink[] } {
  const nodes = deriveNodes(document, customTypes).filter(({ type }) => type === 'card' || type === 'end');
  const links = deriveEdges(document.tree, nodes).map(({ source, target, data }) => ({ from: source, outcome: data?.outcome ?? '', to: target }));
  return { boxes: nodes.map(boxOf), links };
}
