import type { JourneyDocument } from '@tandem/journey';

/** A change with a name that a person can read: "Connect Backchannel Status, Pending → Pending Wait". */
export interface Command {
  name: string;
  apply(document: JourneyDocument): JourneyDocument;
  /** Commands of one group that follow each other are one undo step: typing in one field. */
  group?: string;
}

/** Documents share what did not change, so keeping whole ones costs what changed. */
export interface Step {
  name: string;
  group: string | null;
  before: JourneyDocument;
  after: JourneyDocument;
}
export interface History {
  past: readonly Step[];
  future: readonly Step[];
}
export const noHistory: History = { past: [], future: [] };
const LONGEST = 200;

/** Runs a command; one without effect leaves no step. */
export function apply(document: JourneyDocument, history: History, command: Command): { document: JourneyDocument; history: History } {
  const after = command.apply(document);
  if (after === document) return { document, history };
  const last = history.past.at(-1);
  const group = command.group ?? null;
  const joins = last !== undefined && group !== null && last.group === group;
  const step: Step = joins ? { ...last, after } : { name: command.name, group, before: document, after };
  const past = joins ? [...history.past.slice(0, -1), step] : [...history.past, step].slice(-LONGEST);
  return { document: after, history: { past, future: [] } };
}

/** Closes the open group: what is typed next is a step of its own. */
export function closeGroup(history: History): History {
  const last = history.past.at(-1);
  if (last === undefined || last.group === null) return history;
  return { ...history, past: [...history.past.slice(0, -1), { ...last, group: null }] };
}

export function undo(history: History): { step: Step; history: History } | null {
  const step = history.past.at(-1);
  if (!step) return null;
  return { step, history: { past: history.past.slice(0, -1), future: [{ ...step, group: null }, ...history.future] } };
}

export function redo(history: History): { step: Step; history: History } | null {
  const [step, ...future] = history.future;
  if (!step) return null;
  return { step, history: { past: [...history.past, step], future } };
}
