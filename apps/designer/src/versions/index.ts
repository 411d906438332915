export { DiffText } from './DiffText.tsx';
export { describe, scriptItem, shownBoth } from './describe.ts';
export { ScriptLines } from './ScriptLines.tsx';
