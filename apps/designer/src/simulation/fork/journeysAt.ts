import type { SimulationState } from '@tandem/engine/view';

/** Journeys that run or have run until a moment, those inside of others too; the newest first. */
export function journeysAt({ sessions, transactions }: Pick<SimulationState, 'sessions' | 'transactions'>): string[] {
  const names = Object.values(sessions).flatMap(({ journey, inner }) => [journey, ...inner.map((one) => one.journey)]);
  const started = Object.values(transactions).map(({ journey }) => journey);
  return [...new Set([...names, ...started].reverse())];
}
