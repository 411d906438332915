import { type RefObject, useEffect, useRef } from 'react';
import { listenForKeys } from './dispatch.ts';
import { keysFor, useChosenKeys } from './keymap.ts';
import { shownKey } from './keys.ts';
import { bind, provide, useProviders } from './registry.ts';
import type { CommandEntry, CommandTarget } from './types.ts';

interface Options<C> {
  /** The part of the page that they speak for, where there may be several alike (two canvases). */
  within?: RefObject<Element | null>;
  /** Places that the command palette leads to, read when it opens. */
  targets?(context: C): readonly CommandTarget[];
}

/**
 * Offers commands while the component is mounted: to the keyboard, the menus, the command palette and help.
 *
 * @param entries a constant of the module
 * @param context what they need now; always the newest is used
 */
export function useCommands<C>(entries: readonly CommandEntry<C>[], context: C, { within, targets }: Options<C> = {}): void {
  const latest = useRef({ context, targets });
  latest.current = { context, targets };
  useEffect(() => {
    const stop = listenForKeys();
    const takeBack = provide({
      commands: bind(entries, () => latest.current.context),
      targets: () => latest.current.targets?.(latest.current.context) ?? [],
      within: () => within?.current ?? null,
    });
    return () => {
      takeBack();
      stop();
    };
  }, [entries, within]);
}

/** The key of a command of this screen, for its button: "Ctrl Z"; undefined when it has none. */
export function useShortcut(id: string): string | undefined {
  const chosen = useChosenKeys((state) => state.chosen);
  const command = useProviders(({ list }) => list.flatMap((provider) => provider.commands).findLast((candidate) => candidate.id === id));
  const key = command && keysFor(command, chosen)[0];
  return key === undefined ? undefined : shownKey(key);
}
