import { expect, test } from 'vitest';
import { VIEW_COMMANDS } from '../canvas/commands.ts';
import { CLIPBOARD_COMMANDS } from '../editor/commands/clipboard.ts';
import { EDITOR_COMMANDS } from '../editor/commands/editor.ts';
import { LAYOUT_COMMANDS } from '../editor/commands/layout.ts';
import { NODE_COMMANDS } from '../editor/commands/nodes.ts';
import { REMOVING_COMMANDS } from '../editor/commands/removing.ts';
import { CALLER_COMMANDS } from '../editor/commands/split.ts';
import { OUTLINE_COMMANDS } from '../editor/outline/commands.ts';
import { LIBRARY_COMMANDS } from '../library/commands.ts';
import { RUNS_COMMANDS } from '../runs/commands.ts';
import { CODE_COMMANDS } from '../scripts/code/commands.ts';
import { RUN_COMMANDS } from '../scripts/testRun/commands.ts';
import { SIMULATION_COMMANDS } from '../simulation/commands.ts';
import { COMPARE_COMMANDS } from '../simulation/compare/commands.ts';
import { CONTROL_COMMANDS, NODE_CONTROL_COMMANDS } from '../simulation/control/commands.ts';
import { FORK_COMMANDS } from '../simulation/fork/commands.ts';
import { MOMENT_COMMANDS } from '../simulation/moment/commands.ts';
import { SHARE_COMMANDS } from '../simulation/share/commands.ts';
import { HELP_COMMANDS } from './CommandHost.tsx';
import { clashOf, keyRefusal } from './keymap.ts';
import { normalKey } from './keys.ts';
import type { CommandFacts } from './types.ts';

const ALL: readonly CommandFacts[] = [
  ...HELP_COMMANDS,
  ...VIEW_COMMANDS,
  ...NODE_COMMANDS,
  ...REMOVING_COMMANDS,
  ...LAYOUT_COMMANDS,
  ...CLIPBOARD_COMMANDS,
  ...CALLER_COMMANDS,
  ...EDITOR_COMMANDS,
  ...OUTLINE_COMMANDS,
  ...LIBRARY_COMMANDS,
  ...CODE_COMMANDS,
  ...RUN_COMMANDS,
  ...SIMULATION_COMMANDS,
  ...MOMENT_COMMANDS,
  ...CONTROL_COMMANDS,
  ...FORK_COMMANDS,
  ...COMPARE_COMMANDS,
  ...NODE_CONTROL_COMMANDS,
  ...SHARE_COMMANDS,
  ...RUNS_COMMANDS,
];
/** Both keep what a person does under these keys on the canvas, and only there. */
const ON_THE_CANVAS_ONLY = new Set(['Escape']);

test('every command has an id of its own', () => {
  expect(ALL.length - new Set(ALL.map(({ id }) => id)).size).toBe(0);
});

test('default keys are spelled as they are compared, and none belongs to the browser or a screen reader', () => {
  for (const command of ALL) {
    for (const key of command.keys ?? []) {
      expect(normalKey(key)).toBe(key);
      if (command.scope !== 'canvas' || !ON_THE_CANVAS_ONLY.has(key)) expect(keyRefusal(command, key), `${command.id} ${key}`).toBeNull();
    }
  }
});

test('no default key means two commands at one place', () => {
  // A simulation's canvas is not edited and has no menu, so there the key is free.
  const elsewhere = (command: CommandFacts) => (command.scope === 'simulation' ? ALL.filter(({ id }) => id !== 'canvas.menu') : ALL);
  const clashes = ALL.filter(({ id }) => id !== 'canvas.menu').flatMap((command) =>
    (command.keys ?? []).map((key) => [command.id, clashOf(command, key, elsewhere(command), {})?.id ?? null]),
  );
  expect(clashes.filter(([, other]) => other !== null)).toEqual([]);
});

test('the keys of the editor’s table are there', () => {
  const keyOf = Object.fromEntries(ALL.map((command) => [command.id, command.keys?.[0]]));
  expect(keyOf).toMatchObject({
    'commands.open': 'Mod+K',
    'commands.help': '?',
    'canvas.add': 'N',
    'canvas.connect': 'C',
    'canvas.settings': 'Enter',
    'canvas.rename': 'F2',
    'canvas.delete': 'Delete',
    'canvas.bridge': 'Mod+Delete',
    'edit.undo': 'Mod+Z',
    'edit.redo': 'Mod+Shift+Z',
    'canvas.copy': 'Mod+C',
    'canvas.cut': 'Mod+X',
    'canvas.paste': 'Mod+V',
    'canvas.duplicate': 'Mod+D',
    'canvas.select-all': 'Mod+A',
    'canvas.zoom-in': '+',
    'canvas.zoom-out': '-',
    'canvas.zoom-actual': '0',
    'canvas.fit': '1',
    'canvas.fit-selection': '2',
    'canvas.menu': 'Shift+F10',
    'editor.run': 'Mod+Shift+Enter',
    'editor.play': 'Mod+Enter',
    'editor.next-problem': 'F8',
    'simulation.next-event': ']',
    'simulation.step': 'F10',
    'simulation.breakpoint': 'F9',
    'simulation.continue': 'Shift+F9',
    'simulation.step-back': 'Shift+F10',
  });
});
