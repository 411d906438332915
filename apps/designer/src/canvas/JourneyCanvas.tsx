import 'reactflow/dist/base.css';
import './canvas.css';
import './card.css';
import './ports.css';
import './far.css';
import './ends.css';
import './notes.css';
import './wires.css';
import './furniture.css';
import './run.css';
import './diffMarks.css';
import { useMemo, useState } from 'react';
import { ReactFlowProvider } from 'reactflow';
import { CanvasContext, NO_BREAKPOINTS, NO_MARKS } from './CanvasContext.ts';
import { Flow } from './Flow.tsx';
import { createMoved } from './moved.ts';
import { createRenaming } from './renaming.ts';
import { noRun } from './runStatus.ts';
import type { JourneyCanvasProps } from './types.ts';

const NO_PROBLEMS: ReadonlyMap<string, number> = new Map();

/** One journey on a canvas: edited in the designer, lit in a simulation. The document goes in, what the person did comes out. */
export function JourneyCanvas(props: JourneyCanvasProps) {
  const { mode, runStatus = noRun, problems = NO_PROBLEMS, onOpenJourney, actions, marks = NO_MARKS, breakpoints = NO_BREAKPOINTS } = props;
  const [renaming] = useState(createRenaming);
  const [moved] = useState(createMoved);
  const surroundings = useMemo(
    () => ({
      mode,
      runStatus,
      problems,
      openJourney: onOpenJourney ?? null,
      resizeNote: actions?.resizeNote ?? null,
      names: actions?.names ?? null,
      renaming,
      moved,
      marks,
      breakpoints,
    }),
    [mode, runStatus, problems, onOpenJourney, actions, renaming, moved, marks, breakpoints],
  );
  return (
    <CanvasContext value={surroundings}>
      <ReactFlowProvider>
        <Flow {...props} />
      </ReactFlowProvider>
    </CanvasContext>
  );
}
