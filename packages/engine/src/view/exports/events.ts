import type { EngineEvent } from '../../state.ts';

/** An event as exports read it; secrets masked before. */
export type ToldEvent = Omit<EngineEvent, 'patch' | 'at'> & { at: number };

/** Events of one run; all of them without one. */
export function ofRun<E extends { run?: string }>(events: readonly E[], run: string | undefined): readonly E[] {
  return run === undefined ? events : events.filter((event) => event.run === run);
}

/** Milliseconds in words: "8 s", "2 min 5 s". */
export function spanText(ms: number): string {
  if (ms < 1000) return `${ms} ms`;
  const seconds = Math.round(ms / 1000);
  const [days, hours, minutes] = [Math.floor(seconds / 86_400), Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60];
  const parts = [days && `${days} d`, hours && `${hours} h`, minutes && `${minutes} min`, seconds % 60 && `${seconds % 60} s`];
  return parts.filter(Boolean).slice(0, 2).join(' ');
}
