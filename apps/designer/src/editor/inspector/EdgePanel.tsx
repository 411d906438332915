import { START_NODE_ID } from '@tandem/journey';
import { ArrowRight, Trash2 } from 'lucide-react';
import { parseConnection } from '../../canvas/index.ts';
import { Button } from '../../components/index.ts';
import { useEditedContent, useEditing } from '../EditorContext.ts';
import { runAloud } from '../runAloud.ts';
import { disconnectCommand } from '../store/commands.ts';
import { nameOf, outcomeName } from '../store/nodes.ts';

/** The selected connection. */
export function EdgePanel({ connection }: { connection: string }) {
  const { store, resources, reveal } = useEditing();
  const document = useEditedContent();
  const kinds = resources.nodeTypes;
  const { from, outcome, to } = parseConnection(connection);
  const fromStart = from === START_NODE_ID;
  const disconnect = () => {
    runAloud(store, disconnectCommand(kinds, store.getState().document, from, outcome));
    store.select({ nodes: [], edge: null });
  };
  return (
    <div className="inspector">
      <div className="form">
        <h2>Connection</h2>
        <p className="edge-ends">
          <Button size="small" onPress={() => reveal(from)}>
            {nameOf(kinds, document, from)}
          </Button>
          <ArrowRight size={14} aria-hidden="true" />
          {fromStart ? null : <span className="dim">{outcomeName(kinds, document, from, outcome)}</span>}
          <ArrowRight size={14} aria-hidden="true" />
          <Button size="small" onPress={() => reveal(to)}>
            {nameOf(kinds, document, to)}
          </Button>
        </p>
        {fromStart ? (
          <p className="dim">A journey always starts somewhere: drag from Start to another node to change where.</p>
        ) : (
          <Button kind="danger" icon={<Trash2 size={15} aria-hidden="true" />} onPress={disconnect}>
            Delete connection
          </Button>
        )}
      </div>
    </div>
  );
}
