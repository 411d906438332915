import { Bot, Play, RefreshCw, SkipForward } from 'lucide-react';
import type { CommandEntry } from '../commands/index.ts';

interface SimulationTools {
  /** Null while there is no journey to run. */
  newRun: (() => void) | null;
  nextEvent(): void;
  /** A new run with both autopilots on. */
  play(): void;
  setPilots(on: boolean): void;
  isPiloted(): boolean;
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
    id: 'simulation.play',
    title: 'Play a new run hands-free',
    group: 'Simulation',
    icon: Bot,
    keys: ['Mod+Shift+Enter'],
    scope: 'simulation',
    whileTyping: true,
    when: ({ newRun }) => newRun !== null,
    run: (tools) => tools.play(),
  },
  {
    id: 'simulation.autopilot',
    title: 'Switch the autopilot of both players',
    group: 'Simulation',
    icon: Bot,
    scope: 'simulation',
    run: (tools) => tools.setPilots(!tools.isPiloted()),
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
