/** What comparisons outside of the editor use; apart from `index.ts`, since it brings the canvas. */
export { Comparison } from './Comparison.tsx';
export { DiffText } from './DiffText.tsx';
export { fieldItems, scriptItem } from './describe.ts';
export { documentIn } from './file.ts';
