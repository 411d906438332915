import { closeCompletion, completionStatus, startCompletion } from '@codemirror/autocomplete';
import { toggleComment } from '@codemirror/commands';
import { nextDiagnostic, previousDiagnostic } from '@codemirror/lint';
import { closeSearchPanel, openSearchPanel, searchPanelOpen } from '@codemirror/search';
import type { EditorView } from '@codemirror/view';
import type { CommandEntry } from '../../commands/index.ts';

export interface CodeTools {
  view(): EditorView | null;
  /** Puts the focus behind the editor. */
  leave(): void;
}

const on =
  (command: (view: EditorView) => unknown) =>
  ({ view }: CodeTools) => {
    const found = view();
    if (found) command(found);
  };

/** The nearest thing that is open closes; with nothing open the editor is left, since Tab inserts. */
function closeOrLeave({ view, leave }: CodeTools): void {
  const found = view();
  if (!found) return;
  if (completionStatus(found.state) !== null) closeCompletion(found);
  else if (searchPanelOpen(found.state)) closeSearchPanel(found);
  else leave();
}

/** What can be done while a script has the focus. */
export const CODE_COMMANDS: readonly CommandEntry<CodeTools>[] = [
  {
    id: 'script.leave',
    title: 'Leave the script (Tab inserts)',
    group: 'Script',
    keys: ['Escape'],
    scope: 'script',
    keysOnly: true,
    run: closeOrLeave,
  },
  { id: 'script.complete', title: 'Suggest names', group: 'Script', keys: ['Mod+Space'], scope: 'script', keysOnly: true, run: on(startCompletion) },
  { id: 'script.find', title: 'Find and replace in the script', group: 'Script', keys: ['Mod+F'], scope: 'script', run: on(openSearchPanel) },
  {
    id: 'script.comment',
    title: 'Comment lines out or in',
    group: 'Script',
    keys: ['Mod+/'],
    scope: 'script',
    keysOnly: true,
    run: on(toggleComment),
  },
  { id: 'script.next-problem', title: 'Next problem of the script', group: 'Script', keys: ['F8'], scope: 'script', run: on(nextDiagnostic) },
  {
    id: 'script.previous-problem',
    title: 'Previous problem of the script',
    group: 'Script',
    keys: ['Shift+F8'],
    scope: 'script',
    run: on(previousDiagnostic),
  },
];
