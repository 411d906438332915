import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { listenForKeys } from './dispatch.ts';
import { remap, resetAllKeys } from './keymap.ts';
import { activeCommands, bind, provide, runCommand } from './registry.ts';
import type { CommandEntry } from './types.ts';

const undo: (() => void)[] = [];
afterEach(() => {
  for (const take of undo.splice(0)) take();
  document.body.innerHTML = '';
  resetAllKeys();
});
beforeEach(() => undo.push(listenForKeys()));

function offer(entry: Partial<CommandEntry<null>>, within: () => Element | null = () => null) {
  const run = vi.fn();
  const commands = bind([{ id: 'one', title: 'One', group: 'Test', scope: 'editor', ...entry, run }], () => null);
  undo.push(provide({ commands, targets: () => [], within }));
  return run;
}
function page(html: string): HTMLElement {
  document.body.innerHTML = html;
  return document.querySelector<HTMLElement>('#here') ?? document.body;
}
function press(target: Element, key: string, init: KeyboardEventInit = {}): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init });
  target.dispatchEvent(event);
  return event;
}

describe('a single letter', () => {
  test('acts while the canvas has the focus', () => {
    const run = offer({ scope: 'canvas', keys: ['N'] });
    expect(press(page('<section data-canvas id="here"></section>'), 'n').defaultPrevented).toBe(true);
    expect(run).toHaveBeenCalledOnce();
  });
  test.each([
    ['beside the canvas', '<p id="here"></p>'],
    ['in a field on the canvas', '<section data-canvas><textarea id="here"></textarea></section>'],
    ['in a dialog', '<div role="dialog"><section data-canvas id="here"></section></div>'],
  ])('does nothing %s', (_, html) => {
    const run = offer({ scope: 'canvas', keys: ['N'] });
    expect(press(page(html), 'n').defaultPrevented).toBe(false);
    expect(run).not.toHaveBeenCalled();
  });
});

test('Enter on a button of the canvas presses that button', () => {
  const run = offer({ scope: 'canvas', keys: ['Enter'] });
  expect(press(page('<section data-canvas><button id="here"></button></section>'), 'Enter').defaultPrevented).toBe(false);
  expect(run).not.toHaveBeenCalled();
});

test('of two canvases the one with the focus is meant', () => {
  const target = page('<div id="first"><section data-canvas id="here"></section></div><div id="second"><section data-canvas></section></div>');
  const first = offer({ scope: 'canvas', keys: ['N'] }, () => document.querySelector('#first'));
  const second = offer({ scope: 'canvas', keys: ['N'] }, () => document.querySelector('#second'));
  press(target, 'n');
  expect([first, second].map((run) => run.mock.calls.length)).toEqual([1, 0]);
  // Used from elsewhere, such as the command palette, the last one that had the focus is meant, too.
  runCommand('one');
  expect(second).toHaveBeenCalledOnce();
  target.dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
  runCommand('one');
  expect(first).toHaveBeenCalledTimes(2);
});

describe('in a text field', () => {
  test('Ctrl S saves, Ctrl Z is the field’s', () => {
    const save = offer({ id: 'save', keys: ['Mod+S'] });
    const back = offer({ id: 'undo', keys: ['Mod+Z'] });
    const field = page('<input id="here">');
    press(field, 's', { ctrlKey: true });
    expect(press(field, 'z', { ctrlKey: true }).defaultPrevented).toBe(false);
    expect([save, back].map((run) => run.mock.calls.length)).toEqual([1, 0]);
  });
  test('a command may ask for a key in some fields', () => {
    const back = offer({ keys: ['Mod+Z'], whileTyping: (target) => target.closest('.inspector') !== null });
    press(page('<div class="inspector"><input id="here"></div>'), 'z', { ctrlKey: true });
    expect(back).toHaveBeenCalledOnce();
  });
});

test('a key of Tandem never falls through to the browser while its command has nothing to do', () => {
  const run = offer({ keys: ['Mod+S'], when: () => false });
  expect(press(document.body, 's', { ctrlKey: true }).defaultPrevented).toBe(true);
  expect(run).not.toHaveBeenCalled();
});

test('the nearer scope wins; held keys repeat only where that makes sense', () => {
  const anywhere = offer({ id: 'any', scope: 'anywhere', keys: ['F8'] });
  const editor = offer({ keys: ['F8'] });
  press(document.body, 'F8');
  press(document.body, 'F8', { repeat: true });
  expect([anywhere, editor].map((run) => run.mock.calls.length)).toEqual([0, 1]);
});

test('a command whose part of the screen is gone is offered no more', () => {
  offer({});
  for (const take of undo.splice(1)) take();
  expect(activeCommands()).toEqual([]);
});

describe('keys that the browser answers with an event of its own', () => {
  test('are left to it, unless the person chose others', () => {
    const copy = offer({ scope: 'canvas', keys: ['Mod+C'], isNative: true });
    const canvas = page('<section data-canvas id="here"></section>');
    expect(press(canvas, 'c', { ctrlKey: true }).defaultPrevented).toBe(false);
    expect(copy).not.toHaveBeenCalled();
    const [command] = activeCommands();
    if (command) remap(command, 'Mod+Shift+X');
    expect(press(canvas, 'X', { ctrlKey: true, shiftKey: true }).defaultPrevented).toBe(true);
    expect(copy).toHaveBeenCalledOnce();
  });
});
