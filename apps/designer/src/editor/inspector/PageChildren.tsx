import { ArrowDown, ArrowUp, Plus, SquareArrowOutUpRight, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { childrenOf } from '../../canvas/index.ts';
import { Button, Icon, IconButton } from '../../components/index.ts';
import { AddNodeDialog } from '../dialogs/AddNodeDialog.tsx';
import { useEditedContent, useEditing } from '../EditorContext.ts';
import { focusSettings } from '../focusSettings.ts';
import { addToPage, moveOut, stepOnPage } from '../pageActions.ts';
import { runAloud } from '../runAloud.ts';
import { removeChildCommand } from '../store/commands.ts';
import { definitionFor, nameOf } from '../store/nodes.ts';

/** The nodes on a page: add, remove, reorder, open. */
export function PageChildren({ page }: { page: string }) {
  const { store, resources, reveal } = useEditing();
  const document = useEditedContent();
  const [adding, setAdding] = useState(false);
  const kinds = resources.nodeTypes;
  const tools = { store, kinds };
  const children = childrenOf(document.nodes[page]);
  const current = () => store.getState().document;
  // What is shown next replaces the button that was pressed, and with it the focus would be gone.
  const open = (child: string) => {
    store.select({ nodes: [page], edge: null }, child);
    focusSettings();
  };
  return (
    <div className="field">
      <span className="field-label">Nodes on this page</span>
      <ul className="page-children">
        {children.map((child, index) => {
          const name = nameOf(kinds, document, child.id);
          return (
            <li key={child.id} data-child-row={child.id}>
              <button type="button" className="page-child" onClick={() => open(child.id)}>
                <Icon name={definitionFor(kinds, document, child.id)?.icon ?? 'box'} size={15} />
                {name}
              </button>
              <IconButton
                size="small"
                label={`Move ${name} up`}
                isIdle={index === 0}
                icon={<ArrowUp size={14} aria-hidden="true" />}
                onPress={() => stepOnPage(tools, page, child.id, -1)}
              />
              <IconButton
                size="small"
                label={`Move ${name} down`}
                isIdle={index === children.length - 1}
                icon={<ArrowDown size={14} aria-hidden="true" />}
                onPress={() => stepOnPage(tools, page, child.id, 1)}
              />
              <IconButton
                size="small"
                label={`Move ${name} out of the page`}
                icon={<SquareArrowOutUpRight size={14} aria-hidden="true" />}
                onPress={() => moveOut(tools, child.id, reveal)}
              />
              <IconButton
                size="small"
                label={`Remove ${name}`}
                icon={<Trash2 size={14} aria-hidden="true" />}
                onPress={() => runAloud(store, removeChildCommand(kinds, current(), page, child.id))}
              />
            </li>
          );
        })}
      </ul>
      <Button size="small" icon={<Plus size={14} aria-hidden="true" />} onPress={() => setAdding(true)}>
        Add a node to the page
      </Button>
      <AddNodeDialog
        isOpen={adding}
        page={page}
        onClose={() => setAdding(false)}
        onPick={(type) => {
          if (addToPage(tools, page, type) !== null) focusSettings();
        }}
      />
    </div>
  );
}
