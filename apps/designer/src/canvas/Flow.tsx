import { useCallback, useContext, useEffect, useImperativeHandle, useRef } from 'react';
import { ConnectionLineType, type NodeTypes, ReactFlow, type ReactFlowProps, SelectionMode, useReactFlow } from 'reactflow';
import { CanvasContext, DetailContext, FAR_ZOOM, isFar } from './CanvasContext.ts';
import { Controls } from './Controls.tsx';
import { Dots } from './Dots.tsx';
import type { CanvasEdge, CanvasNode } from './derive.ts';
import { markDropTarget } from './dropTarget.ts';
import { CARD_WIDTH, HEAD } from './geometry.ts';
import { HelperLines } from './HelperLines.tsx';
import { MiniMap } from './MiniMap.tsx';
import { NodeCard } from './NodeCard.tsx';
import { NoteCard } from './NoteCard.tsx';
import { placeOfNote } from './notePlace.ts';
import { EndPill, UnknownCard } from './OtherNodes.tsx';
import { useSnap } from './snap.ts';
import { type CanvasHandle, type JourneyCanvasProps, nothingSelected } from './types.ts';
import { openMenuAt, useCanvasCommands } from './useCanvasCommands.ts';
import { useDerived } from './useDerived.ts';
import { useDetail } from './useDetail.ts';
import { useDragging } from './useDragging.ts';
import { useDrops } from './useDrops.ts';
import { useFirstView } from './useFirstView.ts';
import { useFit } from './useFit.ts';
import { useFollow } from './useFollow.ts';
import { useMoving } from './useMoving.ts';
import { useReveal } from './useReveal.ts';
import { useStable } from './useStable.ts';
import { useWires } from './useWires.ts';
import { CONTROLS, MAX_ZOOM, MIN_ZOOM } from './viewport.ts';
import { Wires } from './Wires.tsx';

const nodeTypes: NodeTypes = { card: NodeCard, end: EndPill, unknown: UnknownCard, note: NoteCard };
/** From here on only what is on screen is in the page. Below, everything is: switching costs more than it saves. */
const MANY = 120;
const MULTI_KEYS = ['Meta', 'Control', 'Shift'];
/** How far a line draws a dragged node, in pixels of the screen. */
const REACH = 6;
const doNothing = () => undefined;

type Props = ReactFlowProps<CanvasNode, CanvasEdge>;
type Handlers = { [Name in keyof Props as Name extends `on${string}` ? Name : never]: Props[Name] };

export function Flow(props: JourneyCanvasProps) {
  const {
    label,
    document,
    customTypes,
    mode,
    hue,
    selection = nothingSelected,
    onSelect = doNothing,
    actions,
    follow = null,
    minimap = true,
    hasNodeMenu = false,
    controls,
    ref,
  } = props;
  const flow = useReactFlow<CanvasNode, CanvasEdge>();
  const wrapper = useRef<HTMLDivElement>(null);
  const derived = useDerived(document, customTypes);
  const isFree = useRef(false);
  const guide = useCallback(() => {
    if (isFree.current) return 'free';
    return useSnap.getState().on ? 'grid' : { reach: REACH / flow.getZoom() };
  }, [flow]);
  const { renaming, moved } = useContext(CanvasContext);
  const { nodes, onPositions, onDrop, cancel, isCancelled } = useDragging(derived.nodes, selection, actions ?? null, guide, moved);
  const isMany = nodes.length > MANY;
  const moving = useMoving(flow, wrapper);
  const { detail, settle } = useDetail(isMany, moving.isGesture);
  // Of a large journey seen from afar all connections are one line.
  const afar = isFar(detail) && mode === 'edit' && isMany;
  const wires = useWires(flow, wrapper, derived.edges);
  const editable = mode === 'edit' && actions !== undefined;
  const room = CONTROLS[mode];
  const { show, reveal } = useReveal(flow, wrapper, onSelect, room);
  const { start: startView, keep: keepView } = useFirstView(flow, wrapper, room, derived, () => {
    if (selection.nodes[0] !== undefined) show(selection.nodes[0]);
  });
  useFollow(flow, wrapper, room, document.tree, follow);
  const showAll = useFit(room, derived);
  const current = useCanvasCommands(wrapper, { props, nodes, edges: derived.edges, selection, onSelect, reveal, keepView, showAll });
  useImperativeHandle(
    ref,
    (): CanvasHandle => ({
      reveal(id) {
        keepView();
        reveal(id);
      },
      show(id) {
        keepView();
        show(id);
      },
      center() {
        const box = wrapper.current?.getBoundingClientRect();
        const middle = flow.screenToFlowPosition({ x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 });
        return { x: Math.round(middle.x - CARD_WIDTH / 2), y: Math.round(middle.y - HEAD) };
      },
      placeOfNote(size) {
        const box = wrapper.current?.getBoundingClientRect();
        const [from, to] = [
          flow.screenToFlowPosition({ x: box?.left ?? 0, y: box?.top ?? 0 }),
          flow.screenToFlowPosition({ x: box?.right ?? 0, y: (box?.bottom ?? 0) - room }),
        ];
        return placeOfNote(document, customTypes, size, { ...from, width: to.x - from.x, height: to.y - from.y });
      },
      focus: () => wrapper.current?.focus(),
      rename(id) {
        const node = flow.getNode(id);
        if (!editable || node?.type !== 'card' || flow.getZoom() < FAR_ZOOM) return false;
        keepView();
        show(id);
        renaming.setState({ node: id });
        return true;
      },
      current,
      fit() {
        keepView();
        showAll();
      },
    }),
    [flow, reveal, show, keepView, current, showAll, editable, renaming, room, document, customTypes],
  );

  useEffect(() => {
    // A drag goes on wherever the focus is.
    const onEscape = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'Escape' || !cancel()) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    addEventListener('keydown', onEscape, { capture: true });
    return () => removeEventListener('keydown', onEscape, { capture: true });
  }, [cancel]);

  const onWire = useRef(false);
  const edited = editable ? actions : null;
  const drops = useDrops({ flow, wrapper, nodes, edges: derived.edges, actions: edited, onDrop, isCancelled, onEnd: moving.unshield });
  const handlers = useStable<Handlers>({
    onInit: startView,
    onMoveStart(event) {
      moving.start(event);
      if (event) keepView();
    },
    onMove: moving.move,
    onMoveEnd() {
      moving.end();
      settle();
    },
    onNodeDragStart: moving.shield,
    onNodesChange(changes) {
      onPositions(changes);
      const marked = changes.filter((change) => change.type === 'select');
      if (marked.length > 0 && !onWire.current) onSelect({ nodes: applySelection(selection.nodes, marked), edge: null });
    },
    onNodeDrag: (event, _, dragged) => drops.onDrag(event, dragged),
    onNodeDragStop: (event, _, dragged) => drops.onDragStop(event, dragged),
    onSelectionDragStop: drops.onDragStop,
    onPaneClick(event) {
      const wire = wires.at(event);
      // React Flow takes the selection from all nodes after this, as for a click on nothing.
      onWire.current = wire !== null;
      queueMicrotask(() => {
        onWire.current = false;
      });
      onSelect(wire === null ? nothingSelected : { nodes: [], edge: wire.id });
    },
    onPaneMouseMove: wires.onMove,
    onPaneMouseLeave: wires.onLeave,
    onNodeDoubleClick: (_, node) => actions?.open(node.id),
    onNodeContextMenu(event, node) {
      if (!editable && !(hasNodeMenu && node.type !== 'note')) return;
      if (!selection.nodes.includes(node.id)) onSelect({ nodes: [node.id], edge: null });
      openMenuAt(event, 'node');
    },
    onSelectionContextMenu: (event) => editable && openMenuAt(event, 'node'),
    onPaneContextMenu(event) {
      if (!editable) return;
      const wire = wires.at(event);
      if (wire !== null) onSelect({ nodes: [], edge: wire.id });
      openMenuAt(event, wire === null ? 'canvas' : 'connection');
    },
    onConnect: ({ source, sourceHandle, target }) => actions?.connect(source, sourceHandle ?? '', target),
    onConnectEnd: drops.onConnectEnd,
  });

  return (
    <section
      ref={wrapper}
      className="canvas"
      data-hue={hue}
      data-mode={mode}
      data-detail={detail}
      data-canvas=""
      aria-label={label}
      // With Ctrl or Cmd a drag goes past the lines and the grid.
      onPointerMoveCapture={(event) => {
        isFree.current = event.ctrlKey || event.metaKey;
        if (event.buttons === 0) moving.unshield();
      }}
      onDragOver={drops.onDragOver}
      onDragLeave={() => markDropTarget(null)}
      onDrop={drops.onDrop}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the canvas takes the focus so that its keys work before a node is chosen
      tabIndex={0}
    >
      <DetailContext value={detail}>
        <ReactFlow<CanvasNode, CanvasEdge>
          nodes={nodes}
          nodeTypes={nodeTypes}
          {...handlers}
          nodesDraggable={editable}
          nodesConnectable={editable}
          connectionRadius={22}
          connectionLineType={ConnectionLineType.SmoothStep}
          disableKeyboardA11y
          deleteKeyCode={null}
          selectionMode={SelectionMode.Partial}
          multiSelectionKeyCode={MULTI_KEYS}
          minZoom={MIN_ZOOM}
          maxZoom={MAX_ZOOM}
          onlyRenderVisibleElements={isMany}
          zoomOnDoubleClick={false}
          proOptions={{ hideAttribution: true }}
        >
          {afar ? null : <Dots />}
          <Wires edges={derived.edges} selected={selection.edge} isFar={afar} isMany={isMany} detail={detail} />
          <Controls onFit={showAll}>{controls}</Controls>
          <HelperLines />
          {minimap ? <MiniMap nodes={nodes} /> : null}
        </ReactFlow>
      </DetailContext>
    </section>
  );
}

function applySelection(selected: readonly string[], changes: readonly { id: string; selected: boolean }[]): string[] {
  const next = new Set(selected);
  for (const change of changes) {
    if (change.selected) next.add(change.id);
    else next.delete(change.id);
  }
  return [...next];
}
