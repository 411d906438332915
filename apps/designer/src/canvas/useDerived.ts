import type { CustomNodeType, Tree } from '@tandem/journey';
import { useMemo, useRef, useState } from 'react';
import { type CanvasEdge, type CanvasNode, deriveNodes, keepEqual, widthOfCards } from './derive.ts';
import type { JourneyDocument } from './document.ts';
import { deriveEdges } from './edges.ts';
import { createRoutes } from './routes.ts';

function sameItems<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

/** Another journey, or most of its nodes moved at once: tidied up, or that undone. */
function isOtherLayout(before: Tree, after: Tree): boolean {
  if (before._id !== after._id) return true;
  if (before.nodes === after.nodes) return false;
  const nodes = Object.entries(after.nodes ?? {});
  const moved = nodes.filter(([id, { x, y }]) => {
    const was = before.nodes?.[id];
    return was !== undefined && (was.x !== x || was.y !== y);
  });
  return moved.length > 2 && moved.length * 2 > nodes.length;
}

/** Nodes and edges of the document; objects that would be equal to the last ones are the last ones. */
export function useDerived(document: JourneyDocument, customTypes: readonly CustomNodeType[]): { nodes: CanvasNode[]; edges: CanvasEdge[] } {
  const lastNodes = useRef<CanvasNode[]>([]);
  const lastEdges = useRef<CanvasEdge[]>([]);
  const [routes] = useState(createRoutes);
  const lastWidth = useRef<{ tree: Tree | null; width: number }>({ tree: null, width: 0 });
  const nodes = useMemo(() => {
    // Found when a journey is opened and when it was laid out anew: cards must not change their size while single nodes are moved.
    const { tree } = document;
    if (lastWidth.current.tree === null || isOtherLayout(lastWidth.current.tree, tree)) lastWidth.current.width = widthOfCards(document, customTypes);
    lastWidth.current.tree = tree;
    const next = keepEqual(deriveNodes(document, customTypes, lastWidth.current.width), lastNodes.current);
    if (!sameItems(next, lastNodes.current)) lastNodes.current = next;
    return lastNodes.current;
  }, [document, customTypes]);
  const edges = useMemo(() => {
    const next = keepEqual(deriveEdges(document.tree, nodes, routes), lastEdges.current);
    if (!sameItems(next, lastEdges.current)) lastEdges.current = next;
    return lastEdges.current;
  }, [document.tree, nodes, routes]);
  return { nodes, edges };
}
