import { ArrowDownToLine, ArrowUpToLine, ChevronFirst, History, StepBack, StepForward } from 'lucide-react';
import type { CommandEntry } from '../../commands/index.ts';
import type { Direction } from './steps.ts';

export interface MomentTools {
  isPast(): boolean;
  /** Whether a session is held, so that a step forward from now is one visit of it. */
  isHeld(): boolean;
  hasEvents(): boolean;
  /** @param over what to step over up to: the next event a person acts on, or of the journey that the present line belongs to; default nothing */
  step(direction: Direction, over?: 'callback' | 'journey'): void;
  stepHeld(): void;
  first(): void;
  now(): void;
}

const GROUP = 'Moment';

export const MOMENT_COMMANDS: readonly CommandEntry<MomentTools>[] = [
  {
    id: 'simulation.step',
    title: 'Step forward',
    group: GROUP,
    icon: StepForward,
    keys: ['F10'],
    scope: 'simulation',
    repeats: true,
    titleIn: (tools) => (tools.isHeld() ? 'Step: the held session makes one visit' : 'Step forward'),
    when: (tools) => tools.isPast() || tools.isHeld(),
    run: (tools) => (tools.isHeld() ? tools.stepHeld() : tools.step(1)),
  },
  {
    id: 'simulation.step-back',
    title: 'Step back',
    group: GROUP,
    icon: StepBack,
    keys: ['Shift+F10'],
    scope: 'simulation',
    repeats: true,
    when: (tools) => tools.hasEvents(),
    run: (tools) => tools.step(-1),
  },
  {
    id: 'simulation.step-callback',
    title: 'Step over to the next callback',
    group: GROUP,
    icon: ArrowDownToLine,
    keys: ['Mod+F10'],
    scope: 'simulation',
    repeats: true,
    when: (tools) => tools.isPast(),
    run: (tools) => tools.step(1, 'callback'),
  },
  {
    id: 'simulation.step-back-callback',
    title: 'Step back over to the callback before',
    group: GROUP,
    icon: ArrowUpToLine,
    keys: ['Mod+Shift+F10'],
    scope: 'simulation',
    repeats: true,
    when: (tools) => tools.hasEvents(),
    run: (tools) => tools.step(-1, 'callback'),
  },
  {
    id: 'simulation.step-journey',
    title: 'To the next event of this journey',
    group: GROUP,
    keys: ['Alt+F10'],
    scope: 'simulation',
    repeats: true,
    when: (tools) => tools.isPast(),
    run: (tools) => tools.step(1, 'journey'),
  },
  {
    id: 'simulation.step-back-journey',
    title: 'To the event of this journey before',
    group: GROUP,
    keys: ['Shift+Alt+F10'],
    scope: 'simulation',
    repeats: true,
    when: (tools) => tools.hasEvents(),
    run: (tools) => tools.step(-1, 'journey'),
  },
  {
    id: 'simulation.first',
    title: 'To the start of the simulation',
    group: GROUP,
    icon: ChevronFirst,
    keys: ['Mod+Home'],
    scope: 'simulation',
    when: (tools) => tools.hasEvents(),
    run: (tools) => tools.first(),
  },
  {
    id: 'simulation.now',
    title: 'Back to now',
    group: GROUP,
    icon: History,
    keys: ['Mod+End'],
    scope: 'simulation',
    when: (tools) => tools.isPast(),
    run: (tools) => tools.now(),
  },
];
