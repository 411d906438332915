import { useState } from 'react';
import { ProblemError } from '../../app/index.ts';

interface ConflictSchema<T> {
  safeParse(value: unknown): { success: true; data: { current: T | null } } | { success: false };
}

/** The other side of a save that came too late; null: it was deleted. */
export interface Conflict<T> {
  current: T | null;
}

/**
 * Tries something with the server, one at a time: what it refuses stays beside the input, and a save that came too late brings the other side.
 *
 * @param schema of the body of a 409
 */
export function useSaving<T>(schema: ConflictSchema<T>) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [conflict, setConflict] = useState<Conflict<T> | null>(null);
  const forget = () => {
    setFailure(null);
    setConflict(null);
  };
  return {
    busy,
    failure,
    conflict,
    /** Forgets what the last attempt said. */
    forget,
    decideLater: () => setConflict(null),
    /** @returns whether it was done */
    async attempt(action: () => Promise<void>): Promise<boolean> {
      if (busy) return false;
      setBusy(true);
      forget();
      try {
        await action();
        return true;
      } catch (error) {
        const stale = error instanceof ProblemError && error.status === 409 ? schema.safeParse(error.body) : null;
        if (stale?.success) setConflict({ current: stale.data.current });
        else setFailure(error);
        return false;
      } finally {
        setBusy(false);
      }
    },
  };
}
