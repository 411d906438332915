import { useStore } from 'zustand';
import type { Player, PlayerState } from '../../callbacks/index.ts';

export function usePlayer<T>(player: Player, select: (state: PlayerState) => T): T {
  return useStore(player.store, select);
}
