import { Sparkles } from 'lucide-react';
import type { CommandEntry } from '../../commands/index.ts';
import type { PaneTools } from '../useCanvasActions.ts';
import { chosenForLayout, type TidyUp } from '../useTidyUp.ts';

interface LayoutTools extends Pick<PaneTools, 'store'> {
  tidyUp: TidyUp;
}

/** Laying a journey out by itself. */
export const LAYOUT_COMMANDS: readonly CommandEntry<LayoutTools>[] = [
  {
    id: 'canvas.tidy',
    title: 'Tidy up',
    titleIn(tools) {
      const chosen = chosenForLayout(tools);
      return chosen === null ? 'Tidy up the journey' : `Tidy up ${chosen.size} nodes`;
    },
    group: 'Arrange',
    icon: Sparkles,
    keys: ['Shift+Alt+T'],
    scope: 'editor',
    menus: ['header', 'node', 'canvas'],
    when: ({ store, tidyUp }) => !tidyUp.isRunning() && Object.keys(store.getState().document.tree.nodes ?? {}).length > 0,
    run: ({ tidyUp }) => tidyUp.start(),
  },
  {
    id: 'canvas.tidy-stop',
    title: 'Stop tidying up',
    group: 'Arrange',
    scope: 'editor',
    when: ({ tidyUp }) => tidyUp.isRunning(),
    run: ({ tidyUp }) => tidyUp.stop(),
  },
];
