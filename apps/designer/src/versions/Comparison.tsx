import './diff.css';
import { diffJourneys, type JourneyDocument } from '@tandem/journey';
import { type RefObject, useMemo, useRef } from 'react';
import { type CanvasHandle, type DiffMarks, JourneyCanvas } from '../canvas/index.ts';
import type { Kinds } from '../editor/store/nodes.ts';
import { DiffText } from './DiffText.tsx';
import { describe } from './describe.ts';
import { marksOf } from './marks.ts';

export interface CompareSide {
  title: string;
  document: JourneyDocument;
}

function Side({ side, kinds, marks, canvas }: { side: CompareSide; kinds: Kinds; marks: DiffMarks; canvas: RefObject<CanvasHandle | null> }) {
  return (
    <section className="compare-side">
      <h3>{side.title}</h3>
      <div className="compare-canvas">
        <JourneyCanvas
          label={side.title}
          document={side.document}
          customTypes={kinds}
          mode="run"
          hue="main"
          marks={marks}
          minimap={false}
          ref={canvas}
        />
      </div>
    </section>
  );
}

/** Two states of a journey: both canvases with what differs marked, and the same as text. */
export function Comparison({ kinds, before, after }: { kinds: Kinds; before: CompareSide; after: CompareSide }) {
  const diff = useMemo(() => diffJourneys(before.document, after.document), [before.document, after.document]);
  const marks = useMemo(() => ({ before: marksOf(diff, 'before'), after: marksOf(diff, 'after') }), [diff]);
  const groups = useMemo(() => describe(kinds, before.document, after.document), [kinds, before.document, after.document]);
  const canvases = { before: useRef<CanvasHandle>(null), after: useRef<CanvasHandle>(null) };
  const show = (id: string) => {
    for (const side of ['before', 'after'] as const) {
      const { document } = side === 'before' ? before : after;
      if (document.tree.nodes?.[id] || document.tree.staticNodes?.[id]) canvases[side].current?.reveal(id);
    }
  };
  return (
    <div className="compare">
      <Side side={before} kinds={kinds} marks={marks.before} canvas={canvases.before} />
      <Side side={after} kinds={kinds} marks={marks.after} canvas={canvases.after} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long comparison is scrolled by keyboard as well */}
      <section className="compare-text" aria-label="Differences" tabIndex={0}>
        <DiffText groups={groups} none="The same journey: nothing differs." onShow={show} />
      </section>
    </div>
  );
}
