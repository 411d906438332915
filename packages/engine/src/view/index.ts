export type * from '../state.ts';
export { applyPatch } from './apply.ts';
