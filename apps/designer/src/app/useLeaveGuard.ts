import { useEffect, useState } from 'react';
import { guardLeaving } from './router.ts';

/**
 * Asks before unsaved input is lost, whether the person closes what holds it, goes to another screen, goes back or closes the tab.
 *
 * @param isDirty whether there is something to lose
 * @returns `leaving` goes on with what was asked for (null: nobody asked), `ask` asks where something is to lose, `stay` takes it back
 */
export function useLeaveGuard(isDirty: boolean) {
  const [pending, setPending] = useState<{ go(): void } | null>(null);
  useEffect(() => {
    if (!isDirty) return;
    const release = guardLeaving((go) => setPending({ go }));
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', onUnload);
    return () => {
      release();
      removeEventListener('beforeunload', onUnload);
    };
  }, [isDirty]);
  return {
    leaving: pending
      ? () => {
          setPending(null);
          pending.go();
        }
      : null,
    ask: (go: () => void) => (isDirty ? setPending({ go }) : go()),
    stay: () => setPending(null),
  };
}
