export { DiffText } from './DiffText.tsx';
export { type DiffGroup, describe, scriptItem } from './describe.ts';
export { ScriptLines } from './ScriptLines.tsx';
