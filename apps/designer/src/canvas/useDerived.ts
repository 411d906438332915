import type { CustomNodeType } from '@tandem/journey';
import { useMemo, useRef } from 'react';
import { type CanvasEdge, type CanvasNode, deriveNodes, keepEqual } from './derive.ts';
import type { JourneyDocument } from './document.ts';
import { deriveEdges } from './edges.ts';

function sameItems<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

/** Nodes and edges of the document; objects that would be equal to the last ones are the last ones. */
export function useDerived(document: JourneyDocument, customTypes: readonly CustomNodeType[]): { nodes: CanvasNode[]; edges: CanvasEdge[] } {
  const lastNodes = useRef<CanvasNode[]>([]);
  const lastEdges = useRef<CanvasEdge[]>([]);
  const nodes = useMemo(() => {
    const next = keepEqual(deriveNodes(document, customTypes), lastNodes.current);
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
