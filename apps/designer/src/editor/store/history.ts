import type { JourneyDocument } from '@tandem/journey';

/** A change with a name that a person can read: "Connect Backchannel Status, Pending → Pending Wait". */
export interface Command<T = JourneyDocument> {
  name: string;
  apply(document: T): T;
  /** Commands of one group that follow each other are one undo step: typing in one field. */
  group?: string;
}

/** Documents share what did not change, so keeping whole ones costs what changed. */
export interface Step<T = JourneyDocument> {
  name: string;
  group: string | null;
  before: T;
  after: T;
}
export interface History<T = JourneyDocument> {
  past: readonly Step<T>[];
  future: readonly Step<T>[];
}
export const noHistory: History<never> = { past: [], future: [] };
const LONGEST = 200;

/** Runs a command; one without effect leaves no step. */
export function apply<T>(document: T, history: History<T>, command: Command<T>): { document: T; history: History<T> } {
  const after = command.apply(document);
  if (after === document) return { document, history };
  const last = history.past.at(-1);
  const group = command.group ?? null;
  const joins = last !== undefined && group !== null && last.group === group;
  const step: Step<T> = joins ? { ...last, after } : { name: command.name, group, before: document, after };
  const past = joins ? [...history.past.slice(0, -1), step] : [...history.past, step].slice(-LONGEST);
  return { document: after, history: { past, future: [] } };
}

/** Closes the open group: what is typed next is a step of its own. */
export function closeGroup<T>(history: History<T>): History<T> {
  const last = history.past.at(-1);
  if (last === undefined || last.group === null) return history;
  return { ...history, past: [...history.past.slice(0, -1), { ...last, group: null }] };
}

export function undo<T>(history: History<T>): { step: Step<T>; history: History<T> } | null {
  const step = history.past.at(-1);
  if (!step) return null;
  return { step, history: { past: history.past.slice(0, -1), future: [{ ...step, group: null }, ...history.future] } };
}

export function redo<T>(history: History<T>): { step: Step<T>; history: History<T> } | null {
  const [step, ...future] = history.future;
  if (!step) return null;
  return { step, history: { past: [...history.past, step], future } };
}

/** All steps in their order, the undone ones last. */
export const steps = ({ past, future }: History): readonly Step[] => [...past, ...future];

/** Goes to the state after so many steps, over several at once. @returns null where there is no such state or it is the present one */
export function jump(history: History, position: number): { document: JourneyDocument; history: History } | null {
  const all = steps(history).map((step) => (step.group === null ? step : { ...step, group: null }));
  const document = position === 0 ? all[0]?.before : all[position - 1]?.after;
  if (document === undefined || position === history.past.length) return null;
  return { document, history: { past: all.slice(0, position), future: all.slice(position) } };
}
