export { childrenOf, lookupOf } from './describe.ts';
export type { JourneyDocument } from './document.ts';
export { connectionKey, ENTRY_OUTCOME, parseConnection } from './edges.ts';
export { CARD_WIDTH, type Point } from './geometry.ts';
export { JourneyCanvas } from './JourneyCanvas.tsx';
export { journeyOrder } from './order.ts';
export { createRunStatusStore, type NodeRunStatus, type RunState, type RunStatusStore, setRunStatus } from './runStatus.ts';
export {
  type CanvasActions,
  type CanvasHandle,
  type CanvasKey,
  type CanvasSelection,
  DRAG_TYPE,
  type JourneyCanvasProps,
  nothingSelected,
} from './types.ts';
