/** @returns whether text was dropped that could not become a change */
type Settle = () => boolean;
const held = new Set<Settle>();

/** Registers text that is in a field but not yet in the journey; @returns how to take it back */
export function holdPendingText(settle: Settle): () => void {
  held.add(settle);
  return () => held.delete(settle);
}

/** Before undo and redo: turns pending text into changes. @returns whether some was dropped instead, which then is what was undone */
export function settlePendingText(): boolean {
  return [...held].map((settle) => settle()).includes(true);
}
