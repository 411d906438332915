import { create } from 'zustand';
import { keyProblem, normalKey } from './keys.ts';
import type { CommandFacts, Scope } from './types.ts';

/** Keys that the person chose, by command id; an empty list: none. */
type Chosen = Readonly<Record<string, readonly string[]>>;
const PLACE = 'tandem.keys';

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What is kept in the browser; anything that is no list of keys is left out, so that its command falls back to its default. */
export function readChosen(text: string | null): Chosen {
  try {
    const parsed: unknown = JSON.parse(text ?? '{}');
    if (!isRecord(parsed)) return {};
    const entries = Object.entries(parsed).flatMap(([id, keys]): [string, string[]][] => {
      if (!Array.isArray(keys) || keys.some((key) => typeof key !== 'string' || normalKey(key) === null)) return [];
      return [[id, keys.flatMap((key: string) => normalKey(key) ?? [])]];
    });
    return Object.fromEntries(entries);
  } catch {
    return {};
  }
}

function stored(): string | null {
  try {
    return localStorage.getItem(PLACE);
  } catch {
    return null;
  }
}

export const useChosenKeys = create<{ chosen: Chosen }>(() => ({ chosen: readChosen(stored()) }));

function choose(chosen: Chosen): void {
  useChosenKeys.setState({ chosen });
  try {
    localStorage.setItem(PLACE, JSON.stringify(chosen));
  } catch {
    // Without storage the keys last as long as the page.
  }
}

/** Keys that a command has now. */
export function keysFor(command: CommandFacts, chosen: Chosen = useChosenKeys.getState().chosen): readonly string[] {
  const own = Object.hasOwn(chosen, command.id) ? chosen[command.id] : undefined;
  return own ?? command.keys ?? [];
}

export const isRemapped = (command: CommandFacts, chosen: Chosen): boolean => Object.hasOwn(chosen, command.id);

/**
 * Canvas and outline lie on a screen, apart from each other, and `anywhere` is every screen. In a script its own commands come first, whatever a key
 * means around it.
 */
function meet(a: Scope, b: Scope): boolean {
  if (a === b) return true;
  if (a === 'script' || b === 'script') return false;
  if (a === 'anywhere' || b === 'anywhere') return true;
  if (a === 'outline' || b === 'outline') return a === 'editor' || b === 'editor';
  const other = a === 'canvas' ? b : b === 'canvas' ? a : null;
  return other === 'editor' || other === 'simulation';
}

/** The other command that this key stands for already, where both could be meant. */
export function clashOf<T extends CommandFacts>(command: CommandFacts, key: string, all: readonly T[], chosen?: Chosen): T | null {
  return all.find((other) => other.id !== command.id && meet(command.scope, other.scope) && keysFor(other, chosen).includes(key)) ?? null;
}

/** Why this command cannot have this key, or null; a clash is no such reason. */
export const keyRefusal = (command: CommandFacts, key: string): string | null => keyProblem(key, command.scope);

/** Gives a command its key, and takes it from the one that had it. */
export function remap(command: CommandFacts, key: string | null, from: CommandFacts | null = null): void {
  const { chosen } = useChosenKeys.getState();
  const taken = from === null ? {} : { [from.id]: keysFor(from).filter((other) => other !== key) };
  choose({ ...chosen, ...taken, [command.id]: key === null ? [] : [key] });
}

export function resetKeys(command: CommandFacts): void {
  const { [command.id]: _, ...rest } = useChosenKeys.getState().chosen;
  choose(rest);
}

export const resetAllKeys = (): void => choose({});
