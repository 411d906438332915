export { boxesOf } from './boxes.ts';
export { childrenOf, lookupOf } from './describe.ts';
export { type Drawing, drawingOf } from './drawing.ts';
export { connectionKey, ENTRY_OUTCOME, parseConnection } from './edges.ts';
export { freePlace } from './freePlace.ts';
export { freeShift } from './freeShift.ts';
export { CARD_WIDTH, CHILD, HEAD, OUTCOME, type Point, STARTS, SUMMARY } from './geometry.ts';
export { JourneyCanvas } from './JourneyCanvas.tsx';
export { notesClear } from './notePlace.ts';
export { noteIdOf, noteNode, notesOf } from './notes.ts';
export { orderOf } from './order.ts';
export { heightOf, roomBelow } from './room.ts';
export { createRunStatusStore, type NodeRunStatus, type RunStatusStore, setRunStatus } from './runStatus.ts';
export {
  type BreakMarks,
  type CanvasActions,
  type CanvasHandle,
  type CanvasSelection,
  type DiffMarks,
  DRAG_TYPE,
  nothingSelected,
} from './types.ts';
