import type { Scope } from './types.ts';

/**
 * Keys as text: modifiers in this order, then the key as `KeyboardEvent.key` names it: "Mod+Shift+Z", "F2", "?", "Alt+ArrowLeft". Mod is Ctrl or
 * Cmd. Characters that are not letters never carry Shift: on one keyboard they need it and on another they do not.
 */
const MODIFIERS = ['Mod', 'Shift', 'Alt'] as const;
const NO_KEYS = new Set(['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Dead', 'Process', 'Unidentified', 'Fn', 'NumLock', 'OS']);
const SHAPE = /^((?:(?:Mod|Shift|Alt)\+)*)(.+)$/;
const isLetter = (key: string) => /^[A-Z]$/.test(key);
const isCharacter = (key: string) => [...key].length === 1;

/** What was pressed, as text; null while it is only modifiers or part of a composed character. */
export function pressedKey(event: KeyboardEvent): string | null {
  if (event.isComposing || NO_KEYS.has(event.key)) return null;
  // AltGr is how many keyboards write ] and @; Windows reports it as Ctrl and Alt, Firefox on a Mac reports it for Alt alone.
  const altGraph = isCharacter(event.key) && event.getModifierState('AltGraph');
  const writes = altGraph && event.ctrlKey === event.altKey;
  const alt = event.altKey && !writes;
  const letter = /^Key([A-Z])$/.exec(event.code ?? '')?.[1];
  // With Alt a Mac writes other characters, and other scripts have no Latin letters: there the place of the key counts.
  const byPlace = letter !== undefined && (alt || (isCharacter(event.key) && event.key > '~'));
  const key = byPlace ? letter : event.key === ' ' ? 'Space' : isCharacter(event.key) ? event.key.toUpperCase() : event.key;
  return keyText({ mod: (event.ctrlKey || event.metaKey) && !writes, shift: event.shiftKey, alt, key });
}

interface Parts {
  mod: boolean;
  shift: boolean;
  alt: boolean;
  key: string;
}

function keyText({ mod, shift, alt, key }: Parts): string {
  const held = { Mod: mod, Shift: shift && !(isCharacter(key) && !isLetter(key)), Alt: alt };
  return [...MODIFIERS.filter((modifier) => held[modifier]), key].join('+');
}

function partsOf(text: string): Parts | null {
  const [, modifiers = '', key = ''] = SHAPE.exec(text) ?? [];
  if (key === '' || NO_KEYS.has(key)) return null;
  return { mod: modifiers.includes('Mod'), shift: modifiers.includes('Shift'), alt: modifiers.includes('Alt'), key };
}

/** The one way to write a key; null when the text is none. */
export function normalKey(text: string): string | null {
  const parts = partsOf(text);
  return parts && keyText({ ...parts, key: isCharacter(parts.key) ? parts.key.toUpperCase() : parts.key });
}

const SHOWN: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Delete: 'Del',
  Enter: '⏎',
  Escape: 'Esc',
  ContextMenu: 'Menu',
  '-': '−',
};
const isMac = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? '');

/** For people: "Ctrl Shift Z". */
export function shownKey(text: string): string {
  const parts = partsOf(text);
  if (!parts) return text;
  const held = [parts.mod ? (isMac ? '⌘' : 'Ctrl') : '', parts.shift ? 'Shift' : '', parts.alt ? (isMac ? '⌥' : 'Alt') : ''];
  return [...held.filter((word) => word !== ''), SHOWN[parts.key] ?? parts.key].join(' ');
}

const BROWSER = new Set([
  ...['Tab', 'Shift+Tab', 'Mod+Tab', 'Mod+Shift+Tab', 'Escape', 'F1', 'F5', 'F6', 'F11', 'F12', 'Alt+F4', 'Alt+D', 'Alt+Home'],
  ...['Mod+W', 'Mod+T', 'Mod+N', 'Mod+Q', 'Mod+R', 'Mod+L', 'Mod+P', 'Mod+H', 'Mod+J', 'Mod+U', 'Mod+O'],
  ...['W', 'T', 'N', 'R', 'I', 'J', 'C', 'B', 'P', 'Q', 'Delete'].map((key) => `Mod+Shift+${key}`),
  ...['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '+', '-', '='].map((key) => `Mod+${key}`),
]);

/** Of the browser's keys those that every editor of text takes over while it has the focus. */
const IN_SCRIPTS = new Set(['Escape']);

/**
 * Why a key cannot stand for a command, or null.
 *
 * @param scope `canvas`: only there may a character or Enter be a command, since elsewhere it is text, presses a button, or moves a screen reader
 *   (WCAG 2.2, 2.1.4). `script`: an editor of text has its own find, and its own way out, since Tab inserts there.
 */
export function keyProblem(text: string, scope: Scope): string | null {
  const parts = partsOf(text);
  if (!parts) return 'Press one key, with or without Ctrl, Shift and Alt.';
  if (scope === 'script' && IN_SCRIPTS.has(text)) return null;
  if (BROWSER.has(text)) return `${shownKey(text)} belongs to the browser.`;
  if (parts.key === 'Insert' || (parts.mod && parts.alt)) return `${shownKey(text)} belongs to screen readers.`;
  const plain = !parts.mod && !parts.alt;
  // In the outline a letter goes to the row that starts with it.
  if (scope === 'canvas' || (scope === 'outline' && !isCharacter(parts.key)) || !plain) return null;
  if (isLetter(parts.key) || /^\d$/.test(parts.key)) return 'A letter or digit alone acts only for commands of the canvas.';
  if (/^(Enter|Space|Backspace|Delete|Home|End|Page.+|Arrow.+)$/.test(parts.key))
    return `${shownKey(text)} alone acts only for commands of the canvas.`;
  return null;
}

/** Whether text, rather than a command, is meant by this key while a field has the focus. */
export function isTextKey(text: string): boolean {
  const parts = partsOf(text);
  if (!parts) return false;
  if (/^F\d+$/.test(parts.key)) return false;
  return !parts.mod || /^([ACVXYZ]|Delete|Backspace|Home|End|Arrow.+)$/.test(parts.key);
}
