import type { CustomNodeType } from '@tandem/journey';
import { useMemo, useRef } from 'react';
import { type CanvasEdge, type CanvasNode, deriveNodes, keepEqual, widthOfCards } from './derive.ts';
import type { JourneyDocument } from './document.ts';
import { deriveEdges } from './edges.ts';

function sameItems<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

/** Nodes and edges of the document; objects that would be equal to the last ones are the last ones. */
export function useDerived(document: JourneyDocument, customTypes: readonly CustomNodeType[]): { nodes: CanvasNode[]; edges: CanvasEdge[] } {
  const lastNodes = useRef<CanvasNode[]>([]);
  const lastEdges = useRef<CanvasEdge[]>([]);
  const lastWidth = useRef({ journey: '', width: 0 });
  const nodes = useMemo(() => {
    // Found once, when a journey is opened: cards must not change their size while nodes are moved.
    const journey = document.tree._id;
    if (lastWidth.current.journey !== journey) lastWidth.current = { journey, width: widthOfCards(document, customTypes) };
    const next = keepEqual(deriveNodes(document, customTypes, lastWidth.current.width), lastNodes.current);
    if (!sameItems(next, lastNodes.current)) lastNodes.current = next;
    return lastNodes.current;
  }, [document, customTypes]);
  const edges = useMemo(() => {
    const next = keepEqual(deriveEdges(document.tree, nodes), lastEdges.current);
    if (!sameItems(next, lastEdges.current)) lastEdges.current = next;
    return lastEdges.current;
  }, [document.tree, nodes]);
  return { nodes, edges };
}
