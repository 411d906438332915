import type { KeyboardEvent } from 'react';
import type { CanvasKey } from './types.ts';

interface Binding {
  key: CanvasKey;
  when(event: KeyboardEvent): boolean;
}
const plain = (event: KeyboardEvent) => !event.ctrlKey && !event.metaKey && !event.altKey;
const command = (event: KeyboardEvent) => (event.ctrlKey || event.metaKey) && !event.altKey;
const letter = (event: KeyboardEvent, wanted: string) => event.key.toLowerCase() === wanted;

/** Single letters act only here, while the canvas has the focus. */
const bindings: readonly Binding[] = [
  { key: 'redo', when: (event) => command(event) && ((letter(event, 'z') && event.shiftKey) || letter(event, 'y')) },
  { key: 'undo', when: (event) => command(event) && letter(event, 'z') },
  { key: 'select-all', when: (event) => command(event) && letter(event, 'a') },
  { key: 'duplicate', when: (event) => command(event) && letter(event, 'd') },
  { key: 'bridge', when: (event) => command(event) && (event.key === 'Delete' || event.key === 'Backspace') },
  { key: 'delete', when: (event) => plain(event) && (event.key === 'Delete' || event.key === 'Backspace') },
  { key: 'add', when: (event) => plain(event) && letter(event, 'n') },
  { key: 'connect', when: (event) => plain(event) && letter(event, 'c') },
  { key: 'rename', when: (event) => event.key === 'F2' },
  { key: 'settings', when: (event) => plain(event) && event.key === 'Enter' },
  { key: 'open', when: (event) => plain(event) && letter(event, 'o') },
  { key: 'help', when: (event) => plain(event) && event.key === '?' },
];

export function canvasKey(event: KeyboardEvent): CanvasKey | null {
  return bindings.find((binding) => binding.when(event))?.key ?? null;
}

/** Whether the key belongs to a control inside a card (its open button), not to the canvas. */
export function isTyping(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable], button, a') !== null;
}
