import { CornerUpLeft } from 'lucide-react';
import type { CommandEntry } from '../../commands/index.ts';
import type { Caller } from '../split/callers.ts';

interface CallerTools {
  callers: readonly Caller[];
  openCaller(caller: Caller): void;
}

/** The way back from a journey to what leads to it. */
export const CALLER_COMMANDS: readonly CommandEntry<CallerTools>[] = [
  {
    id: 'canvas.caller',
    title: 'Go to what leads here',
    titleIn({ callers: [first] }) {
      if (!first) return 'Go to what leads here';
      return first.how === 'enters' ? `Return to ${first.journey}` : `Go to the node of ${first.journey} that starts this journey`;
    },
    group: 'Journey',
    icon: CornerUpLeft,
    keys: ['Shift+O'],
    scope: 'canvas',
    menus: ['canvas'],
    when: ({ callers }) => callers.length > 0,
    run: ({ callers: [first], openCaller }) => {
      if (first) openCaller(first);
    },
  },
];
