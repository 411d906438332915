import { nameOf } from '../store/nodes.ts';
import { insertNode, type PaneDialog, type PaneTools, replaceWith } from '../useCanvasActions.ts';
import { AddNodeDialog } from './AddNodeDialog.tsx';
import { InsertDialog } from './InsertDialog.tsx';
import { PageDialog } from './PageDialog.tsx';
import { PasteDialog } from './PasteDialog.tsx';

/** Dialogs that are not needed at once: loaded when the first of them opens. */
export default function PaneDialogs({ tools, dialog, onClose }: { tools: PaneTools; dialog: PaneDialog; onClose(): void }) {
  const { document } = tools.store.getState();
  switch (dialog.kind) {
    case 'paste':
      return <PasteDialog tools={tools} text={dialog.text} error={dialog.error} onClose={onClose} />;
    case 'replace':
      return (
        <AddNodeDialog
          title={`Replace ${nameOf(tools.kinds, document, dialog.node)}`}
          isOpen
          onClose={onClose}
          onPick={(type) => replaceWith(tools, dialog.node, type)}
        />
      );
    case 'insert': {
      const { from, outcome } = dialog;
      if (outcome === null) return <InsertDialog from={from} onClose={onClose} onPick={(start, type) => insertNode(tools, start, type)} />;
      return <AddNodeDialog title="Insert a node" isOpen onClose={onClose} onPick={(type) => insertNode(tools, { from, outcome }, type)} />;
    }
    case 'page':
      return <PageDialog id={dialog.node} onClose={onClose} />;
    default:
      return null;
  }
}
