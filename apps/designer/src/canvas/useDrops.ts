import type { DragEvent, RefObject } from 'react';
import type { OnConnectEnd, ReactFlowInstance } from 'reactflow';
import type { CanvasEdge, CanvasNode } from './derive.ts';
import { type DropTarget, dropTargetAt, markDropTarget } from './dropTarget.ts';
import { CARD_WIDTH, HEAD } from './geometry.ts';
import { type CanvasActions, CHILD_TYPE, DRAG_TYPE, type Onto } from './types.ts';

/** Where a mouse or a finger is. */
type DragPoint = { clientX: number; clientY: number } | { changedTouches: ArrayLike<{ clientX: number; clientY: number }> };

/** Id of the node that an event happened in. */
function nodeAt(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-node-id]') : null;
}

interface Tools {
  flow: ReactFlowInstance<CanvasNode, CanvasEdge>;
  wrapper: RefObject<HTMLElement | null>;
  nodes: readonly CanvasNode[];
  edges: readonly CanvasEdge[];
  /** Null where nothing can be dropped. */
  actions: CanvasActions | null;
  /** Ends the drag of nodes. */
  onDrop(onto: Onto | null): void;
  /** Whether it was given up, though the pointer goes on: nothing takes up what is dragged. */
  isCancelled(): boolean;
  /** Before what lies at the place is looked for. */
  onEnd(): void;
}

/** What is dropped on a canvas: the end of a connection, a type from the palette, a node out of a page, nodes onto pages and connections. */
export function useDrops({ flow, wrapper, nodes, edges, actions, onDrop, isCancelled, onEnd }: Tools) {
  const targetAt = ({ clientX: x, clientY: y }: { clientX: number; clientY: number }, without: string | null = null): DropTarget | null =>
    wrapper.current &&
    dropTargetAt({ canvas: wrapper.current, nodes, edges, zoom: flow.getZoom() }, { x, y }, flow.screenToFlowPosition({ x, y }), without);
  const onConnectEnd: OnConnectEnd = (event, state) => {
    if (!actions || state.isValid || !state.fromHandle || state.fromHandle.type !== 'source') return;
    const point = 'changedTouches' in event ? event.changedTouches[0] : event;
    if (!point) return;
    const from = state.fromHandle.nodeId;
    const outcome = state.fromHandle.id ?? '';
    const dropped = globalThis.document.elementFromPoint(point.clientX, point.clientY);
    if (!wrapper.current?.contains(dropped)) return;
    const under = nodeAt(dropped);
    const target = under?.dataset.nodeId;
    if (target !== undefined && under?.dataset.end !== 'start') actions.connect(from, outcome, target);
    else if (target === undefined) actions.connectToNew(from, outcome, flow.screenToFlowPosition({ x: point.clientX, y: point.clientY }));
  };
  const onDragOver = (event: DragEvent) => {
    const { types } = event.dataTransfer;
    if (!actions || !(types.includes(DRAG_TYPE) || types.includes(CHILD_TYPE))) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = types.includes(CHILD_TYPE) ? 'move' : 'copy';
    markDropTarget(targetAt(event)?.element ?? null);
  };
  /** What would take up the node that is dragged. */
  const targetFor = (event: DragPoint, dragged: readonly CanvasNode[]) => {
    const [node] = dragged;
    const point = 'changedTouches' in event ? event.changedTouches[0] : event;
    if (!point || !node || dragged.length > 1 || !actions || isCancelled()) return null;
    const target = targetAt(point, node.id);
    return target !== null && actions.canDrop(node.id, target.onto) ? target : null;
  };
  const onDragStop = (event: DragPoint, dragged: readonly CanvasNode[]) => {
    onEnd();
    onDrop(targetFor(event, dragged)?.onto ?? null);
  };
  const onDropped = (event: DragEvent) => {
    const type = event.dataTransfer.getData(DRAG_TYPE);
    const child = event.dataTransfer.getData(CHILD_TYPE);
    if (!actions || (type === '' && child === '')) return;
    event.preventDefault();
    markDropTarget(null);
    const at = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
    const target = targetAt(event);
    const place = { x: Math.round(at.x - CARD_WIDTH / 2), y: Math.round(at.y - HEAD / 2) };
    if (child === '') actions.place(type, place, target?.onto ?? null);
    else actions.dropChild(child, place, target?.onto ?? null);
  };
  return {
    onConnectEnd,
    onDragOver,
    onDrag: (event: DragPoint, dragged: readonly CanvasNode[]) => markDropTarget(targetFor(event, dragged)?.element ?? null),
    onDragStop,
    onDrop: onDropped,
  };
}
