/**
 * Everything that a person can do is one entry (types.ts) in a `...commands.ts` beside its feature, offered with `useCommands` by the part of the
 * screen that has what it needs. From there it is in the command palette, in help with a key that can be changed, in the menus it names, and on
 * the keyboard; a button shows its key with `useShortcut` and runs it with `runCommand`. No feature listens for keys itself.
 */
export { CommandHost } from './CommandHost.tsx';
export { openHelp, openMenu } from './overlays.ts';
export { runCommand } from './registry.ts';
export type { CommandEntry, CommandTarget } from './types.ts';
export { useCommands, useShortcut } from './useCommands.ts';
