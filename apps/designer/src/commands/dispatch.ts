import { keysFor } from './keymap.ts';
import { isTextKey, pressedKey } from './keys.ts';
import { type Provider, touch, useProviders } from './registry.ts';
import type { ActiveCommand, Scope } from './types.ts';

const TEXT = 'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable]:not([contenteditable="false"])';
const OVERLAY = '[role="dialog"], [role="alertdialog"], [role="menu"], .popover';
/** What has to have the focus for the keys of these scopes. */
const PLACES: Partial<Record<Scope, string>> = { canvas: '[data-canvas]', outline: '[data-outline]', script: '[data-script-editor]' };
/** Enter and Space press what they are on. */
const PRESSES = new Set(['Enter', 'Space']);

/** Whether a command's key counts where the focus is. */
function hears(command: ActiveCommand, provider: Provider, key: string, target: Element): boolean {
  if (target.closest(OVERLAY) !== null && command.inDialogs !== true) return false;
  if (command.scope === 'script') return target.closest(PLACES.script ?? '') !== null && provider.within()?.contains(target) !== false;
  const place = PLACES[command.scope];
  if (target.closest(TEXT) !== null) {
    if (place !== undefined) return false;
    const { whileTyping = !isTextKey(key) } = command;
    if (!(typeof whileTyping === 'function' ? whileTyping(target) : whileTyping)) return false;
  }
  if (place === undefined) return true;
  if (target.closest(place) === null || (PRESSES.has(key) && target.closest('button, a') !== null)) return false;
  const within = provider.within();
  return within === null || within.contains(target);
}

const rank = (command: ActiveCommand): number => (PLACES[command.scope] !== undefined ? 0 : command.scope === 'anywhere' ? 2 : 1);

/** Commands that a key stands for at a place, the nearest first. */
function commandsFor(key: string, target: Element): ActiveCommand[] {
  const found = useProviders
    .getState()
    .list.toReversed()
    .flatMap((provider) => provider.commands.filter((command) => keysFor(command).includes(key) && hears(command, provider, key, target)));
  return found.sort((a, b) => rank(a) - rank(b));
}

function onKeyDown(event: KeyboardEvent): void {
  const key = pressedKey(event);
  if (key === null || event.defaultPrevented) return;
  const commands = commandsFor(key, event.target instanceof Element ? event.target : document.body);
  if (commands.length === 0) return;
  if (commands[0]?.isNative === true && commands[0].keys?.includes(key) === true) return;
  // The key is Tandem's here, also while there is nothing to do: Ctrl S must not open the browser's dialog.
  event.preventDefault();
  const command = commands.find((candidate) => candidate.isAvailable());
  if (!command) return;
  event.stopImmediatePropagation();
  if (!event.repeat || command.repeats === true) command.run();
}

const onUse = (event: Event): void => {
  if (event.target instanceof Element) touch(event.target);
};

let users = 0;

/**
 * The one listener for keys of the app, before any control hears of them. On the document: what is under way, such as a drag that Escape ends,
 * listens on the window and comes first. @returns stops it
 */
export function listenForKeys(): () => void {
  const capture = { capture: true };
  if (users++ === 0) {
    document.addEventListener('keydown', onKeyDown, capture);
    document.addEventListener('focusin', onUse, capture);
    document.addEventListener('pointerdown', onUse, capture);
  }
  return () => {
    if (--users > 0) return;
    document.removeEventListener('keydown', onKeyDown, capture);
    document.removeEventListener('focusin', onUse, capture);
    document.removeEventListener('pointerdown', onUse, capture);
  };
}
