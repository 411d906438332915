import { Dialog } from '../../components/index.ts';
import { moveToPage } from '../pageActions.ts';
import { nameOf } from '../store/nodes.ts';
import { pagesOf } from '../store/pagePlaces.ts';
import { insertNode, type PaneDialog, type PaneTools, replaceWith } from '../useCanvasActions.ts';
import { AddNodeDialog } from './AddNodeDialog.tsx';
import { InsertDialog } from './InsertDialog.tsx';
import { PasteDialog } from './PasteDialog.tsx';
import { PickList } from './PickList.tsx';

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
    case 'page': {
      const items = pagesOf(document).flatMap((id) => (id === dialog.node ? [] : [{ id, label: nameOf(tools.kinds, document, id) }]));
      return (
        <Dialog title={`Move ${nameOf(tools.kinds, document, dialog.node)} into a page`} isOpen onClose={onClose}>
          <PickList
            label="Page"
            items={items}
            onPick={(page) => {
              onClose();
              moveToPage(tools, page, dialog.node);
            }}
          />
        </Dialog>
      );
    }
    default:
      return null;
  }
}
