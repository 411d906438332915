import { useSyncExternalStore } from 'react';

/** Text that stands in a field and is not yet in the journey. */
interface PendingText {
  /** What the field is called, for telling that its text is no value. */
  label: string;
  /** Turns the text into a change. @returns false when it is none; it stays in the field then */
  commit(): boolean;
  /** Puts the last good value back into the field. */
  drop(): void;
}
const held = new Set<PendingText>();
const listeners = new Set<() => void>();
const tell = () => {
  for (const listener of listeners) listener();
};

/** Registers pending text; @returns how to take it back */
export function holdPendingText(text: PendingText): () => void {
  held.add(text);
  tell();
  return () => {
    held.delete(text);
    tell();
  };
}

export const hasPendingText = (): boolean => held.size > 0;

export function usePendingText(): boolean {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, hasPendingText);
}

/** Before saving: turns pending text into changes. @returns the fields whose text is no value, which keep it */
export function commitPendingText(): string[] {
  return [...held].filter((text) => !text.commit()).map((text) => text.label);
}

/** Before undo and redo: turns pending text into changes. @returns whether some was dropped instead, which then is what was undone */
export function settlePendingText(): boolean {
  const wrong = [...held].filter((text) => !text.commit());
  for (const text of wrong) text.drop();
  return wrong.length > 0;
}
