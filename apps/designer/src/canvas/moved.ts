import { createStore, type StoreApi } from 'zustand';
import type { Point } from './geometry.ts';
import type { HelperLine } from './helperLines.ts';

export type Places = ReadonlyMap<string, Point>;
interface Moved {
  /** Nodes that are shown elsewhere than the document has them: under the pointer, or on their way. */
  places: Places;
  /** Lines that a dragged node lies on with others. */
  lines: readonly HelperLine[];
}
/** A store of its own: a drag renders the node, its connections and the lines, not the canvas. */
export type MovedStore = StoreApi<Moved>;

export const NOWHERE: Places = new Map();
export const NO_LINES: readonly HelperLine[] = [];
export const createMoved = (): MovedStore => createStore<Moved>(() => ({ places: NOWHERE, lines: NO_LINES }));

/** Where nothing moves. */
export const noMoved = createMoved();
