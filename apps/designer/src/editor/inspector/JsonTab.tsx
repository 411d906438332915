import { isObject, type JsonObject } from '@tandem/journey';
import { type NodeDefinition, nativeDefinition } from '@tandem/nodes';
import { useEffect, useRef, useState } from 'react';
import { Button, refuse, TextField, toast } from '../../components/index.ts';
import { useEditing, useEditor } from '../EditorContext.ts';
import { readJson } from '../fields/JsonField.tsx';
import { leaveText, leftText } from '../leftText.ts';
import { holdPendingText } from '../pendingText.ts';
import { configCommand } from '../store/commands.ts';
import { configIn, nameOf } from '../store/nodes.ts';
import { useLeaveText } from '../useLeaveText.ts';
import { type JsonIssue, schemaIssues, syntaxIssue } from './jsonPlaces.ts';

function check(text: string): { config: JsonObject } | { error: string; issue?: JsonIssue } {
  const read = readJson(text);
  if ('error' in read) {
    const issue = syntaxIssue(text, read.error);
    return { error: `Line ${issue.line}, column ${issue.column}: ${issue.text}`, issue };
  }
  if (!isObject(read.value)) return { error: 'An object such as {"timeout": 120}.' };
  const own = Object.keys(read.value).find((key) => key.startsWith('_'));
  return own === undefined ? { config: read.value as JsonObject } : { error: `${own} is AM's own; leave it out.` };
}

/** The configuration as it is stored, editable as text; applied as one step when it is valid. */
export function JsonTab({ id, definition }: { id: string; definition: NodeDefinition }) {
  const { store, resources } = useEditing();
  const resource = useEditor((state) => state.document.nodes[id]);
  const written = JSON.stringify(configIn(store.getState().document, id), null, 2);
  const [known, setKnown] = useState(written);
  const [text, setText] = useState(() => leftText(store, id, written) ?? written);
  if (known !== written) {
    // Changed elsewhere: undo, a quick fix.
    setKnown(written);
    setText(written);
  }
  const checked = check(text);
  // Of a type that nobody knows, the settings are what its instances have.
  const isKnown = definition.allOutcomes !== null || nativeDefinition(definition.type) !== undefined;
  const issues =
    'config' in checked ? (isKnown ? schemaIssues(text, checked.config, definition.fields, true) : []) : checked.issue ? [checked.issue] : [];
  const place = useRef<HTMLDivElement>(null);
  const goTo = ({ line }: JsonIssue) => {
    const area = place.current?.querySelector('textarea');
    if (!area) return;
    const lines = area.value.split('\n');
    const start = lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0);
    area.focus();
    area.setSelectionRange(start, start + (lines[line - 1] ?? '').length);
    area.scrollTop = ((line - 3) * area.scrollHeight) / lines.length;
  };
  const apply = () => {
    if ('error' in checked) return false;
    store.run(configCommand(resources.nodeTypes, store.getState().document, id, checked.config, 'JSON'));
    // Only spaces differ: nothing changed that would bring the text back.
    if (JSON.stringify(checked.config, null, 2) === written) setText(written);
    return true;
  };
  const reset = () => setText(written);
  const isPending = text !== written;
  /** Another node or tab was chosen: what is valid is applied, what is not waits here. */
  const leave = () => {
    const { document } = store.getState();
    const isLost = isPending && document.nodes[id] !== undefined && !apply();
    leaveText(store, id, isLost ? { text, written } : null);
    if (!isPending || document.nodes[id] === undefined) return;
    const name = nameOf(resources.nodeTypes, document, id);
    if (isLost) refuse(`The JSON of ${name} is not valid, so it was not applied. It is kept there until you come back.`);
    else toast(`Applied the JSON of ${name}`);
  };
  useLeaveText(leave, () => leaveText(store, id, isPending ? { text, written } : null));
  const latest = useRef({ commit: apply, drop: reset });
  latest.current = { commit: apply, drop: reset };
  useEffect(() => {
    if (!isPending) return;
    return holdPendingText({ label: 'Configuration', commit: () => latest.current.commit(), drop: () => latest.current.drop() });
  }, [isPending]);
  return (
    <div className="form" ref={place} data-own-undo={isPending ? '' : undefined}>
      <TextField label="Configuration" mono rows={18} value={text} onChange={setText} error={'error' in checked ? checked.error : undefined} />
      {issues.length === 0 ? null : (
        <ul className="json-issues" aria-label="Problems in the JSON">
          {issues.map((issue) => (
            <li key={`${issue.line}/${issue.text}`}>
              <button type="button" onClick={() => goTo(issue)}>
                <span className="numeric">{`Line ${issue.line}`}</span>
                {issue.text}
              </button>
            </li>
          ))}
        </ul>
      )}
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
