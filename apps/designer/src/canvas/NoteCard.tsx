import { type CSSProperties, memo, type PointerEvent, useContext, useState } from 'react';
import { type NodeProps, useReactFlow } from 'reactflow';
import { CanvasContext } from './CanvasContext.ts';
import type { NoteNode } from './derive.ts';
import { noteIdOf } from './notes.ts';

const SMALLEST = 40;
/** As notes.css has them: the height of a line, and what lies above and below all lines. */
const LINE = 18;
const AROUND = 22;

/** Whole lines that a note has room for; what is cut off ends in "…". */
const linesIn = (height: number): number => Math.max(1, Math.floor((height - AROUND) / LINE));

/** A sticky note. Its corner is dragged to resize it; the settings have fields for the same. */
export const NoteCard = memo(function NoteCard({ id, data, selected, width = 0, height = 0 }: NodeProps<NoteNode>) {
  const { resizeNote } = useContext(CanvasContext);
  const flow = useReactFlow();
  const [drag, setDrag] = useState<{ x: number; y: number; width: number; height: number } | null>(null);
  const sizeAt = (event: PointerEvent, from: { x: number; y: number }) => {
    const zoom = flow.getZoom();
    return {
      width: Math.max(SMALLEST, Math.round(width + (event.clientX - from.x) / zoom)),
      height: Math.max(SMALLEST, Math.round(height + (event.clientY - from.y) / zoom)),
    };
  };
  return (
    <div
      className="note-card"
      data-note-id={id}
      data-color={data.color}
      data-selected={selected || undefined}
      style={drag === null ? undefined : { width: drag.width, height: drag.height }}
    >
      <div className="note-text" style={{ '--lines': linesIn(drag?.height ?? height) } as CSSProperties}>
        {data.text}
      </div>
      {selected && resizeNote !== null ? (
        <i
          className="note-corner nodrag"
          aria-hidden="true"
          onPointerDown={(event) => {
            event.stopPropagation();
            event.currentTarget.setPointerCapture(event.pointerId);
            setDrag({ x: event.clientX, y: event.clientY, width, height });
          }}
          onPointerMove={(event) => {
            if (drag !== null) setDrag({ ...drag, ...sizeAt(event, drag) });
          }}
          onPointerUp={(event) => {
            if (drag === null) return;
            const size = sizeAt(event, drag);
            setDrag(null);
            if (size.width !== width || size.height !== height) resizeNote(noteIdOf(id) ?? '', size.width, size.height);
          }}
          onPointerCancel={() => setDrag(null)}
        />
      ) : null}
    </div>
  );
});
