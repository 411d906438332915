import { type RefObject, useCallback, useEffect, useRef } from 'react';
import { useReactFlow } from 'reactflow';
import { openMenu, useCommands } from '../commands/index.ts';
import { announce } from '../components/index.ts';
import { type CanvasView, VIEW_COMMANDS } from './commands.ts';
import type { CanvasEdge, CanvasNode } from './derive.ts';
import { parseConnection } from './edges.ts';
import { nextEdge } from './nextEdge.ts';
import { GRID, useSnap } from './snap.ts';
import { type CanvasSelection, type JourneyCanvasProps, nothingSelected } from './types.ts';
import { type Direction, walk } from './walk.ts';

const STEP = 8;
const FAR = 5;
const SHIFT: Record<Direction, { x: number; y: number }> = {
  ArrowLeft: { x: -STEP, y: 0 },
  ArrowRight: { x: STEP, y: 0 },
  ArrowUp: { x: 0, y: -STEP },
  ArrowDown: { x: 0, y: STEP },
};

interface Tools {
  props: JourneyCanvasProps;
  nodes: readonly CanvasNode[];
  edges: readonly CanvasEdge[];
  selection: CanvasSelection;
  onSelect(selection: CanvasSelection): void;
  reveal(id: string): void;
  keepView(): void;
  showAll(only?: readonly string[]): void;
}

/**
 * The node that has the focus in a canvas. It stays known while a dialog or a menu has the focus, since what is chosen there is about it.
 */
function useFocusedNode(wrapper: RefObject<HTMLElement | null>): () => string | null {
  const focused = useRef<string | null>(null);
  useEffect(() => {
    const onFocus = ({ target }: FocusEvent) => {
      if (!(target instanceof Element)) return;
      if (wrapper.current?.contains(target)) {
        const node = target.closest('.react-flow__node');
        focused.current = node?.getAttribute('data-id') ?? null;
      } else if (target.closest('[role="dialog"], [role="alertdialog"], [role="menu"]') === null) focused.current = null;
    };
    document.addEventListener('focusin', onFocus);
    return () => document.removeEventListener('focusin', onFocus);
  }, [wrapper]);
  return useCallback(() => focused.current, []);
}

/** Offers the commands of a canvas. @returns which node they are about */
export function useCanvasCommands(wrapper: RefObject<HTMLElement | null>, tools: Tools): () => string | null {
  const { props, nodes, edges, selection, onSelect, reveal, keepView, showAll } = tools;
  const flow = useReactFlow<CanvasNode, CanvasEdge>();
  const focused = useFocusedNode(wrapper);
  const chosen = selection.nodes[0] ?? null;
  const current = () => {
    const id = focused();
    return id !== null && nodes.some((node) => node.id === id) ? id : chosen;
  };
  const portsOf = (id: string) => {
    const found = nodes.find((node) => node.id === id);
    return found?.type === 'card' ? found.data.ports.map((port) => port.id) : [];
  };
  const boxes = () =>
    nodes.flatMap(({ id, type, position, width = 0, height = 0 }) =>
      selection.nodes.includes(id) && type !== 'note' && type !== 'unknown' ? [{ id, ...position, width, height }] : [],
    );
  const view: CanvasView = {
    editable: props.mode === 'edit' && props.actions !== undefined,
    current,
    hasSelection: () => selection.nodes.length > 0 || selection.edge !== null,
    zoom(how) {
      if (how === 'actual') void flow.zoomTo(1);
      else void (how === 'in' ? flow.zoomIn() : flow.zoomOut());
      keepView();
    },
    fit(what) {
      if (what === 'all') showAll();
      else showAll(selection.nodes);
      keepView();
    },
    goAlong(step) {
      const from = selection.edge === null ? current() : parseConnection(selection.edge).from;
      if (from === null) return announce('Choose a node first, then one of its connections.');
      const { edge, said } = nextEdge(edges, from, selection.edge, step);
      if (edge !== null) onSelect({ nodes: [], edge });
      announce(said);
    },
    walk(direction) {
      if (selection.edge !== null) {
        const { from, to } = parseConnection(selection.edge);
        if (direction === 'ArrowUp' || direction === 'ArrowDown') return view.goAlong(direction === 'ArrowUp' ? -1 : 1);
        return reveal(direction === 'ArrowLeft' ? from : to);
      }
      const from = current();
      const first = nodes.find((node) => node.type !== 'note')?.id ?? null;
      const next = from === null ? first : walk(props.document.tree, from, direction, portsOf);
      if (next !== null) reveal(next);
    },
    nudge(direction, far) {
      const { x, y } = SHIFT[direction];
      const times = useSnap.getState().on ? GRID / STEP : 1;
      const step = far ? times * FAR : times;
      const moved = nodes.filter((node) => selection.nodes.includes(node.id));
      props.actions?.move(
        moved.map((node) => ({ id: node.id, x: node.position.x + x * step, y: node.position.y + y * step })),
        { small: true },
      );
    },
    countOfSelected: () => boxes().length,
    arrange(places, name) {
      const next = places(boxes());
      props.actions?.move(next, { name });
      announce(`${name}: ${next.length} nodes`);
    },
    select(what) {
      const id = current();
      if (what === 'all') onSelect({ nodes: nodes.filter((node) => node.type === 'card').map((node) => node.id), edge: null });
      else if (what === 'nothing' || id === null) onSelect(nothingSelected);
      else onSelect({ nodes: [id], edge: null });
    },
    menu() {
      const id = selection.edge === null ? current() : null;
      if (id !== null && !selection.nodes.includes(id)) onSelect({ nodes: [id], edge: null });
      const element = id === null ? null : wrapper.current?.querySelector(`.react-flow__node[data-id="${CSS.escape(id)}"]`);
      const box = (element ?? wrapper.current)?.getBoundingClientRect();
      const place = selection.edge !== null ? 'connection' : id === null ? 'canvas' : 'node';
      const at = element ? { x: box?.left ?? 0, y: box?.bottom ?? 0 } : { x: (box?.left ?? 0) + 24, y: (box?.top ?? 0) + 24 };
      openMenu({ place, label: MENU_LABELS[place], ...at });
    },
  };
  useCommands(VIEW_COMMANDS, view, { within: wrapper });
  const latest = useRef(current);
  latest.current = current;
  return useCallback(() => latest.current(), []);
}

const MENU_LABELS = { node: 'Node', connection: 'Connection', canvas: 'Canvas' } as const;

/** Right click: selects what is under the pointer, unless it is selected already, and opens its menu there. */
export function openMenuAt(event: { clientX: number; clientY: number; preventDefault(): void }, place: keyof typeof MENU_LABELS): void {
  event.preventDefault();
  openMenu({ place, label: MENU_LABELS[place], x: event.clientX, y: event.clientY });
}
