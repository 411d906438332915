import type { LucideIcon } from 'lucide-react';

/**
 * Where a command's keys act: `canvas`, `outline` and `script` only while one has the focus, the others on their screen wherever the focus is but in
 * text.
 */
export type Scope = 'canvas' | 'outline' | 'script' | 'editor' | 'simulation' | 'simulations' | 'library' | 'realm' | 'anywhere';

/** Menus that list the command: the header's, and those that open on a node, a connection, the empty canvas or a row of the outline. */
export type MenuPlace = 'header' | 'node' | 'connection' | 'canvas' | 'outline';

/** What there is to know of a command without its screen. */
export interface CommandFacts {
  /** Stable, with the room it belongs to: "canvas.connect". Remapped keys are kept under it. */
  id: string;
  /** What it does, as on a button: "Undo". */
  title: string;
  /** Heading in help, menus and the command palette. */
  group: string;
  icon?: LucideIcon;
  /** Default keys, the first is the one that is shown: see keys.ts for how they are written. */
  keys?: readonly string[];
  scope: Scope;
  menus?: readonly MenuPlace[];
  /** Keys act in text fields too; default only those that no text field knows (Ctrl S, F8). */
  whileTyping?: boolean | ((target: Element) => boolean);
  /** Keys act while a dialog is open. */
  inDialogs?: boolean;
  /** Holding the key down repeats it. */
  repeats?: boolean;
  /** Makes no sense in the command palette, such as an arrow key. */
  keysOnly?: boolean;
  /** The browser answers its default keys with an event of its own (copy, cut, paste), which the screen hears. */
  isNative?: boolean;
  /** Shown as dangerous in menus. */
  isDanger?: boolean;
}

/** One thing that a person can do. `C` is what its screen provides. */
export interface CommandEntry<C> extends CommandFacts {
  /** The title with what it would do now: "Undo: Connect Status → Poll". */
  titleIn?(context: C): string;
  when?(context: C): boolean;
  run(context: C): void;
}

/** An entry with the context of the screen that is open. */
export interface ActiveCommand extends CommandFacts {
  name(): string;
  isAvailable(): boolean;
  run(): void;
}

/** A place that the command palette leads to: a node, a journey. */
export interface CommandTarget {
  id: string;
  title: string;
  detail: string;
  icon?: LucideIcon;
  go(): void;
}
