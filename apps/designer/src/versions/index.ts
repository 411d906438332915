export { DiffText } from './DiffText.tsx';
export { type DiffGroup, describe } from './describe.ts';
export { ScriptLines } from './ScriptLines.tsx';
