import { announce } from '../components/index.ts';
import type { EditorStore } from './store/editorStore.ts';
import type { Command } from './store/history.ts';

/** Runs a command and tells it to assistive technology: what changed may be out of sight, or the control that did it gone. */
export function runAloud(store: EditorStore, command: Command): void {
  store.run(command);
  announce(command.name);
}
