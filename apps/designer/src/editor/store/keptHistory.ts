import type { JourneyDocument } from '@tandem/journey';
import { type History, type Step, steps } from './history.ts';
import { backward, diff, forward, type Patch } from './patch.ts';

const PREFIX = 'tandem.history.';
const key = (realm: string, id: string) => `${PREFIX}${realm}/${id}`;
/** Characters that one journey's history may take: browsers give five million to everything. */
const ROOM = 1_000_000;

/** A history without its documents: from one document that is known, its steps lead to all others. */
export interface KeptHistory {
  /** The saved version that the document was based on. */
  version: number;
  /** How many of the steps are done; the others are undone. */
  position: number;
  /** After how many steps the document was as saved; null: its step is no longer kept. */
  saved: number | null;
  steps: readonly (readonly [name: string, patch: Patch])[];
}

interface Now {
  history: History;
  saved: JourneyDocument;
  baseVersion: number;
}

const NOTHING: Patch = ['{', [], [], []];

/** Each step's text, which never changes. */
const texts = new WeakMap<Step, string>();
function textOf(step: Step): string {
  const known = texts.get(step);
  if (known !== undefined) return known;
  const text = JSON.stringify([step.name, diff(step.before, step.after) ?? NOTHING]);
  texts.set(step, text);
  return text;
}

/** The history as text, without its oldest steps where it takes more than `room` characters. */
export function historyText({ history, saved, baseVersion }: Now, room = ROOM): string {
  const all = steps(history);
  const lines = all.map(textOf);
  let first = 0;
  for (let size = lines.reduce((sum, line) => sum + line.length + 1, 0); size > room && first < lines.length; first++)
    size -= (lines[first]?.length ?? 0) + 1;
  // What is undone cannot be kept without what leads there.
  if (first > history.past.length) return '';
  const states = [all[0]?.before, ...all.map((step) => step.after)];
  const at = states.indexOf(saved, first);
  const head = JSON.stringify({ version: baseVersion, position: history.past.length - first, saved: at < 0 ? null : at - first });
  return `${head.slice(0, -1)},"steps":[${lines.slice(first).join()}]}`;
}

function isKept(value: unknown): value is KeptHistory {
  if (typeof value !== 'object' || value === null) return false;
  const { version, position, saved, steps: list } = value as Partial<Record<keyof KeptHistory, unknown>>;
  if (!Array.isArray(list) || !list.every((step) => Array.isArray(step) && typeof step[0] === 'string' && Array.isArray(step[1]))) return false;
  const isPlace = (place: unknown) => Number.isInteger(place) && Number(place) >= 0 && Number(place) <= list.length;
  return typeof version === 'number' && isPlace(position) && (saved === null || isPlace(saved));
}

export function parseHistory(text: string | null): KeptHistory | null {
  try {
    const parsed: unknown = JSON.parse(text ?? 'null');
    return isKept(parsed) ? parsed : null;
  } catch {
    return null;
  }
}

/**
 * Gives every step its documents back.
 *
 * @param document as it was when the history was kept
 * @param saved as the server has it: the step that led there gets this very document, so that going back to it leaves nothing to save
 * @returns null when the steps do not lead from there: the work stays, its history goes
 */
export function restoreHistory(
  kept: KeptHistory,
  document: JourneyDocument,
  saved: JourneyDocument,
): { document: JourneyDocument; history: History } | null {
  const { position, steps: list } = kept;
  const now = statesFrom(kept, kept.saved === null ? { at: position, document } : { at: kept.saved, document: saved });
  const found = now?.[position];
  if (!now || JSON.stringify(found) !== JSON.stringify(document)) return null;
  const all = list.flatMap(([name], at): Step[] => {
    const [before, after] = [now[at], now[at + 1]];
    return before && after ? [{ name, group: null, before, after }] : [];
  });
  return { document: found ?? document, history: { past: all.slice(0, position), future: all.slice(position) } };
}

/** The documents before, between and after the steps, all made from one of them. */
function statesFrom({ steps: list }: KeptHistory, start: { at: number; document: JourneyDocument }): JourneyDocument[] | null {
  try {
    const before: JourneyDocument[] = [];
    for (const [, patch] of list.slice(0, start.at).toReversed()) before.unshift(backward(before[0] ?? start.document, patch) as JourneyDocument);
    const after: JourneyDocument[] = [];
    for (const [, patch] of list.slice(start.at)) after.push(forward(after.at(-1) ?? start.document, patch) as JourneyDocument);
    return [...before, start.document, ...after];
  } catch {
    return null;
  }
}

export function readHistory(realm: string, id: string): KeptHistory | null {
  try {
    return parseHistory(localStorage.getItem(key(realm, id)));
  } catch {
    return null;
  }
}

/** Keeps as much of the history as there is room for; the newest steps first. */
export function writeHistory(realm: string, id: string, now: Now): void {
  for (let room = ROOM; room > 2_000; room /= 4) {
    const text = steps(now.history).length === 0 ? '' : historyText(now, room);
    try {
      if (text === '') localStorage.removeItem(key(realm, id));
      else localStorage.setItem(key(realm, id), text);
      return;
    } catch {
      // Full: with fewer steps it may fit.
    }
  }
  dropHistory(realm, id);
}

export function dropHistory(realm: string, id: string): void {
  try {
    localStorage.removeItem(key(realm, id));
  } catch {
    // Nothing was kept, so nothing is left.
  }
}

/** Makes room for work: no history is worth more than that. */
export function dropAllHistories(): void {
  try {
    const names = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '');
    for (const name of names) if (name.startsWith(PREFIX)) localStorage.removeItem(name);
  } catch {
    // Without storage nothing takes room.
  }
}
