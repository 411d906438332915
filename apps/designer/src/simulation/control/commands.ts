import { CircleSlash2, Octagon, OctagonX, Play, Reply, Timer, TriangleAlert } from 'lucide-react';
import type { CommandEntry } from '../../commands/index.ts';

/** What can be done with a node of a simulation's canvas. */
export interface NodeTools {
  /** The node that commands are about, if a run can be held before it. */
  node(): string | null;
  breakpoint(node: string): 'on' | 'off' | null;
  toggle(node: string): void;
  openLatency(node: string): void;
}

const GROUP = 'Breakpoints and faults';

export const NODE_CONTROL_COMMANDS: readonly CommandEntry<NodeTools>[] = [
  {
    id: 'simulation.breakpoint',
    title: 'Set or remove a breakpoint',
    group: GROUP,
    icon: Octagon,
    keys: ['F9'],
    scope: 'canvas',
    menus: ['node'],
    titleIn(tools) {
      const node = tools.node();
      const state = node === null ? null : tools.breakpoint(node);
      if (state === null) return 'Set a breakpoint';
      return state === 'on' ? 'Remove the breakpoint' : 'Switch the breakpoint on';
    },
    when: (tools) => tools.node() !== null,
    run(tools) {
      const node = tools.node();
      if (node !== null) tools.toggle(node);
    },
  },
  {
    id: 'simulation.node-latency',
    title: 'Set the latency of this node',
    group: GROUP,
    icon: Timer,
    scope: 'canvas',
    menus: ['node'],
    when: (tools) => tools.node() !== null,
    run(tools) {
      const node = tools.node();
      if (node !== null) tools.openLatency(node);
    },
  },
];

/** What can be done with a simulation, wherever the focus is. */
export interface ControlTools {
  isHeld(): boolean;
  goOn(): void;
  hasBreakpoints(): boolean;
  removeBreakpoints(): void;
  addBreakpoint(): void;
  hasFaults(): boolean;
  endFaults(): void;
  showFaults(): void;
  answerCall(): void;
}

export const CONTROL_COMMANDS: readonly CommandEntry<ControlTools>[] = [
  {
    id: 'simulation.continue',
    title: 'Continue the held session',
    group: GROUP,
    icon: Play,
    keys: ['Shift+F9'],
    scope: 'simulation',
    when: (tools) => tools.isHeld(),
    run: (tools) => tools.goOn(),
  },
  {
    id: 'simulation.add-breakpoint',
    title: 'Add a breakpoint',
    group: GROUP,
    icon: Octagon,
    keys: ['Mod+F9'],
    scope: 'simulation',
    run: (tools) => tools.addBreakpoint(),
  },
  {
    id: 'simulation.faults',
    title: 'Make something fail',
    group: GROUP,
    icon: TriangleAlert,
    scope: 'simulation',
    run: (tools) => tools.showFaults(),
  },
  {
    id: 'simulation.end-faults',
    title: 'End all faults',
    group: GROUP,
    icon: CircleSlash2,
    scope: 'simulation',
    when: (tools) => tools.hasFaults(),
    run: (tools) => tools.endFaults(),
  },
  {
    id: 'simulation.answer-call',
    title: 'Answer an HTTP call in this simulation',
    group: GROUP,
    icon: Reply,
    scope: 'simulation',
    run: (tools) => tools.answerCall(),
  },
  {
    id: 'simulation.clear-breakpoints',
    title: 'Remove all breakpoints',
    group: GROUP,
    icon: OctagonX,
    scope: 'simulation',
    when: (tools) => tools.hasBreakpoints(),
    run: (tools) => tools.removeBreakpoints(),
  },
];
