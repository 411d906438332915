export { DiffText } from './DiffText.tsx';
export { type DiffGroup, describe, scriptItem, shownBoth } from './describe.ts';
export { ScriptLines } from './ScriptLines.tsx';
