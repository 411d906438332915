export { type Due, dues } from '../schedule.ts';
export { blankSession } from '../session/blank.ts';
export type * from '../state.ts';
export { applyPatch } from './apply.ts';
export { type ComparedEvent, compareLogs, diffStates, type FirstDifference, type LogComparison, type StateDifference } from './compare.ts';
export { History, type PatchedEvent } from './history.ts';
