import { isObject, type JsonObject } from '@tandem/journey';
import { useEffect, useRef, useState } from 'react';
import { Button, TextField } from '../../components/index.ts';
import { useEditing, useEditor } from '../EditorContext.ts';
import { readJson } from '../fields/JsonField.tsx';
import { holdPendingText } from '../pendingText.ts';
import { configCommand } from '../store/commands.ts';
import { configIn } from '../store/nodes.ts';

function check(text: string): { config: JsonObject } | { error: string } {
  const read = readJson(text);
  if ('error' in read) return read;
  if (!isObject(read.value)) return { error: 'An object such as {"timeout": 120}.' };
  const own = Object.keys(read.value).find((key) => key.startsWith('_'));
  return own === undefined ? { config: read.value as JsonObject } : { error: `${own} is AM's own; leave it out.` };
}

/** The configuration as it is stored, editable as text; applied as one step when it is valid. */
export function JsonTab({ id }: { id: string }) {
  const { store, resources } = useEditing();
  const resource = useEditor((state) => state.document.nodes[id]);
  const written = JSON.stringify(configIn(store.getState().document, id), null, 2);
  const [text, setText] = useState(written);
  useEffect(() => setText(written), [written]);
  const checked = check(text);
  const apply = () => {
    if ('error' in checked) return false;
    store.run(configCommand(resources.nodeTypes, store.getState().document, id, checked.config, 'JSON'));
    // Only spaces differ: nothing changed that would bring the text back.
    if (JSON.stringify(checked.config, null, 2) === written) setText(written);
    return true;
  };
  const reset = () => setText(written);
  const latest = useRef({ commit: apply, drop: reset });
  latest.current = { commit: apply, drop: reset };
  const isPending = text !== written;
  useEffect(() => {
    if (!isPending) return;
    return holdPendingText({ label: 'Configuration', commit: () => latest.current.commit(), drop: () => latest.current.drop() });
  }, [isPending]);
  return (
    <div className="form" data-own-undo={isPending ? '' : undefined}>
      <TextField label="Configuration" mono rows={18} value={text} onChange={setText} error={'error' in checked ? checked.error : undefined} />
      <div className="form-buttons">
        <Button size="small" isDisabled={!isPending} onPress={reset}>
          Reset
        </Button>
        <Button size="small" kind="primary" isDisabled={!isPending || 'error' in checked} onPress={apply}>
          Apply
        </Button>
      </div>
      <dl className="facts">
        <dt>Id</dt>
        <dd>
          <code>{id}</code>
        </dd>
        <dt>Type</dt>
        <dd>
          <code>{resource?._type._id}</code> {resource?._type.version}
        </dd>
      </dl>
    </div>
  );
}
