import { Play, RefreshCw, SkipForward } from 'lucide-react';
import type { CommandEntry } from '../commands/index.ts';

interface SimulationTools {
  /** Null while there is no journey to run. */
  newRun: (() => void) | null;
  nextEvent(): void;
  /** Another simulation, of the realm as it is now. */
  again(): void;
}

export const SIMULATION_COMMANDS: readonly CommandEntry<SimulationTools>[] = [
  {
    id: 'simulation.new-run',
    title: 'New run',
    group: 'Simulation',
    icon: Play,
    keys: ['Mod+Enter'],
    scope: 'simulation',
    whileTyping: true,
    when: ({ newRun }) => newRun !== null,
    run: ({ newRun }) => newRun?.(),
  },
  {
    id: 'simulation.again',
    title: 'Simulate the realm as it is now',
    group: 'Simulation',
    icon: RefreshCw,
    scope: 'simulation',
    run: (tools) => tools.again(),
  },
  {
    id: 'simulation.next-event',
    title: 'Move the clock to the next event',
    group: 'Simulation',
    icon: SkipForward,
    keys: [']'],
    scope: 'simulation',
    run: (tools) => tools.nextEvent(),
  },
];
