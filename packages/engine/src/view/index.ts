export { type Due, dues } from '../schedule.ts';
export { blankSession } from '../session/blank.ts';
export type * from '../state.ts';
export { applyPatch } from './apply.ts';
export { History, type PatchedEvent } from './history.ts';
