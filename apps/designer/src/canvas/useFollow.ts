import { START_NODE_ID, type Tree } from '@tandem/journey';
import { type RefObject, useEffect, useRef } from 'react';
import type { ReactFlowInstance } from 'reactflow';
import type { CanvasEdge, CanvasNode } from './derive.ts';
import { rectOf } from './useFirstView.ts';
import { followView } from './viewport.ts';

/** Where a node's connections lead, and what leads to it. */
function neighboursOf(tree: Tree, id: string): Set<string> {
  const nodes = Object.entries(tree.nodes ?? {});
  const sources = nodes.filter(([, { connections = {} }]) => Object.values(connections).includes(id)).map(([source]) => source);
  const entry = tree.entryNodeId === id ? [START_NODE_ID] : [];
  return new Set([...Object.values(tree.nodes?.[id]?.connections ?? {}), ...sources, ...entry]);
}

/** Keeps the node where a run stands in sight, with its neighbours where there is room. */
export function useFollow(
  flow: ReactFlowInstance<CanvasNode, CanvasEdge>,
  wrapper: RefObject<HTMLDivElement | null>,
  controls: number,
  tree: Tree,
  id: string | null,
) {
  const latest = useRef(tree);
  latest.current = tree;
  useEffect(() => {
    const box = wrapper.current?.getBoundingClientRect();
    const node = id === null ? undefined : flow.getNode(id);
    if (id === null || !box || !node) return;
    const near = neighboursOf(latest.current, id);
    const all = flow.getNodes().filter(({ type }) => type !== 'note');
    const neighbours = all.filter((other) => near.has(other.id));
    const view = followView(rectOf(node), neighbours.map(rectOf), all.map(rectOf), flow.getViewport(), box, controls);
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    if (view) void flow.setViewport(view, { duration: still ? 0 : 160 });
  }, [flow, wrapper, controls, id]);
}
