import { createContext, useContext } from 'react';
import { useStore as useZustand } from 'zustand';
import { type MovedStore, noMoved } from './moved.ts';
import { noRenaming, type RenamingStore } from './renaming.ts';
import { type NodeRunStatus, noRun, type RunStatusStore } from './runStatus.ts';
import type { BreakMarks, CanvasActions, DiffMarks } from './types.ts';

export interface CanvasSurroundings {
  mode: 'edit' | 'run';
  runStatus: RunStatusStore;
  /** Problems by node id; the badge on a card. */
  problems: ReadonlyMap<string, number>;
  openJourney: ((journey: string) => void) | null;
  /** Null where notes cannot be changed. */
  resizeNote: CanvasActions['resizeNote'] | null;
  /** Null where nodes cannot be renamed. */
  names: CanvasActions['names'] | null;
  renaming: RenamingStore;
  moved: MovedStore;
  /** How nodes and connections differ from those of another state of the journey, by node id and connection key. */
  marks: DiffMarks;
  breakpoints: BreakMarks;
}

export const NO_MARKS: DiffMarks = new Map();
export const NO_BREAKPOINTS: BreakMarks = new Map();

export const CanvasContext = createContext<CanvasSurroundings>({
  mode: 'edit',
  runStatus: noRun,
  problems: new Map(),
  openJourney: null,
  resizeNote: null,
  names: null,
  renaming: noRenaming,
  moved: noMoved,
  marks: NO_MARKS,
  breakpoints: NO_BREAKPOINTS,
});

/** Status of one node; renders its reader only when that node's status changes. */
export function useNodeStatus(id: string): NodeRunStatus | undefined {
  const { runStatus } = useContext(CanvasContext);
  return useZustand(runStatus, (state) => state.nodes[id]);
}

/** Whether a node's name is being edited in its card; renders its reader only when that changes. */
export function useIsRenaming(id: string): boolean {
  const { renaming } = useContext(CanvasContext);
  return useZustand(renaming, (state) => state.node === id);
}

/** Below this zoom cards are plain boxes with a large name: text of a card could not be read, and 1,000 of them stay light. */
export const FAR_ZOOM = 0.46;

/** Between that and this the words of a card are drawn larger, and what does not fit is left out. */
const SMALL_ZOOM = 0.72;

/** Below this not even a name could be read: cards are boxes and nothing more. */
const PLAIN_ZOOM = 0.2;

/** How much of a card can be read at a zoom. */
export type Detail = 'all' | 'small' | 'far' | 'plain';

export function detailOf({ transform: [, , zoom] }: { transform: readonly [number, number, number] }): Detail {
  if (zoom < PLAIN_ZOOM) return 'plain';
  if (zoom < FAR_ZOOM) return 'far';
  return zoom < SMALL_ZOOM ? 'small' : 'all';
}

export const isFar = (detail: Detail): boolean => detail === 'far' || detail === 'plain';

/** Found once for all cards: a thousand of them asking at every step of a zoom takes longer than the zoom. */
export const DetailContext = createContext<Detail>('all');
