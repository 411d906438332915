import { create } from 'zustand';
import type { ActiveCommand, CommandEntry, CommandTarget } from './types.ts';

/** What one mounted part of a screen can do. */
export interface Provider {
  commands: readonly ActiveCommand[];
  targets(): readonly CommandTarget[];
  /** The part of the page that it speaks for; null: the whole screen. */
  within(): Element | null;
}

/** Mounted providers; a later one wins over an earlier one with the same command. */
export const useProviders = create<{ list: readonly Provider[] }>(() => ({ list: [] }));
const setList = (change: (list: readonly Provider[]) => readonly Provider[]) => useProviders.setState(({ list }) => ({ list: change(list) }));

export function bind<C>(entries: readonly CommandEntry<C>[], context: () => C): ActiveCommand[] {
  return entries.map(({ titleIn, when, run, ...facts }) => ({
    ...facts,
    name: () => titleIn?.(context()) ?? facts.title,
    isAvailable: () => when?.(context()) ?? true,
    run: () => run(context()),
  }));
}

/** @returns takes it back */
export function provide(provider: Provider): () => void {
  setList((list) => [...list, provider]);
  return () => setList((list) => list.filter((other) => other !== provider));
}

/** Of several alike (two canvases), the one that was used last is meant from now on. */
export function touch(target: Element): void {
  const { list } = useProviders.getState();
  const used = list.filter((provider) => provider.within()?.contains(target));
  const rest = list.filter((provider) => !used.includes(provider));
  if (used.length > 0 && used.some((provider, index) => list[rest.length + index] !== provider)) setList(() => [...rest, ...used]);
}

/** Commands of the screen, each once; those of every screen last. */
export function activeCommands(list: readonly Provider[] = useProviders.getState().list): ActiveCommand[] {
  const byId = new Map<string, ActiveCommand>();
  for (const provider of list) for (const command of provider.commands) byId.set(command.id, command);
  const isGeneral = (command: ActiveCommand) => Number(command.scope === 'anywhere');
  return [...byId.values()].sort((a, b) => isGeneral(a) - isGeneral(b));
}

export function activeTargets(): CommandTarget[] {
  const byId = new Map<string, CommandTarget>();
  for (const provider of useProviders.getState().list) for (const target of provider.targets()) byId.set(target.id, target);
  return [...byId.values()];
}

/** Runs a command of the screen, if it can be done now. */
export function runCommand(id: string): void {
  const command = activeCommands().find((candidate) => candidate.id === id);
  if (command?.isAvailable()) command.run();
}
