import { nothingSelected } from '../canvas/index.ts';
import { openScriptLine, type ScriptLine } from './dock/scriptPlace.ts';
import type { Editing } from './EditorContext.ts';
import { focusSettings } from './focusSettings.ts';

/** A place in a journey: a node or what stands in its page, one of its settings, a line of its script. No node: the journey's own settings. */
export interface Place {
  node: string | null;
  child?: string | null | undefined;
  /** Property of the configuration. */
  field?: string | undefined;
  script?: ScriptLine | undefined;
}

/** Until the canvas has brought a node into view, which takes the focus, too. */
const REVEALED_MS = 260;

/** Goes to a place of the journey that is open. */
export function showPlace({ store, reveal }: Pick<Editing, 'store' | 'reveal'>, { node, child = null, field, script }: Place): void {
  if (node === null) store.select(nothingSelected);
  else {
    reveal(node);
    store.select({ nodes: [node], edge: null }, child);
  }
  setTimeout(() => {
    if (script !== undefined) openScriptLine(script);
    else if (field !== undefined) focusSettings(field);
  }, REVEALED_MS);
}

/** A place in a journey that is on its way to the screen. */
let wanted: { journey: string; place: Place } | null = null;

/** Goes to a place of another journey, as soon as `open` has brought that to the screen. */
export function showPlaceIn(journey: string, place: Place, open: () => void): void {
  wanted = { journey, place };
  open();
}

/** What was asked for in the journey that is on the screen now. Where another one came instead, nothing is left to be shown. */
export function takeWantedPlace(journey: string): Place | null {
  const found = wanted?.journey === journey ? wanted.place : null;
  wanted = null;
  return found;
}
