import { useState } from 'react';
import { simulateAgain } from './again.ts';
import { useSimulation } from './hooks.ts';

export interface Again {
  start(): Promise<void>;
  busy: boolean;
  /** Why the last one was not started. */
  problem: unknown;
}

/** Another simulation, of the realm as it is now. */
export function useAgain(): Again {
  const simulation = useSimulation();
  const [{ busy, problem }, set] = useState<Omit<Again, 'start'>>({ busy: false, problem: null });
  return {
    busy,
    problem,
    async start() {
      set({ busy: true, problem: null });
      try {
        await simulateAgain(simulation);
        set({ busy: false, problem: null });
      } catch (error) {
        set({ busy: false, problem: error });
      }
    },
  };
}
