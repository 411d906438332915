export { blankSession } from '../session/blank.ts';
export type * from '../state.ts';
export { applyPatch } from './apply.ts';
