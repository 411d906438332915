import type { SimEvent } from '@tandem/api';

/**
 * Events as Tandem's own server sends them. Only what the screen would fall over is looked at: a schema that looks into every value takes longer for
 * a log of 10,000 events than reading, folding and listing them together.
 */
export function eventIn(value: unknown): SimEvent | null {
  if (typeof value !== 'object' || value === null) return null;
  const { seq, at, kind, patch } = value as Record<string, unknown>;
  if (typeof seq !== 'number' || typeof at !== 'string' || typeof kind !== 'string') return null;
  if (patch !== undefined && !(Array.isArray(patch) && patch.every(isWrite))) return null;
  return value as SimEvent;
}

function isWrite(op: unknown): boolean {
  return Array.isArray(op) && Array.isArray(op[0]);
}

/** The answer of `/log`, in the manner of a schema. */
export const logAnswer = {
  /** @throws Error when it is none */
  parse(value: unknown): { events: SimEvent[] } {
    const { events } = (value ?? {}) as { events?: unknown };
    if (!Array.isArray(events) || !events.every((event) => eventIn(event))) throw new Error('This is no log.');
    return { events };
  },
};

/** The event of a streamed message about this simulation; null when it is none. */
export function streamedIn(value: unknown, simulation: string): SimEvent | null {
  const message = (value ?? {}) as { simulation?: unknown; event?: unknown };
  return message.simulation === simulation ? eventIn(message.event) : null;
}
