import type { Json } from '@tandem/journey';
import type { StateScope } from '@tandem/nodes';
import { useState } from 'react';
import { Button, ErrorBox, Select, TextField } from '../../components/index.ts';
import { editState } from '../api.ts';
import { useSimulation } from '../hooks.ts';

interface EditValueProps {
  session: string;
  /** null: a new key. */
  of: { scope: StateScope; key: string; value: Json | null; sealed: boolean } | null;
  onDone(): void;
}

const SCOPES = (['shared', 'transient', 'secure'] as const).map((value) => ({ value, label: value }));

/** Sets or removes a key of node state by hand. The run records it; whatever runs next finds it so. */
export function EditValue({ session, of, onDone }: EditValueProps) {
  const { id } = useSimulation();
  const [scope, setScope] = useState<StateScope>(of?.scope ?? 'shared');
  const [key, setKey] = useState(of?.key ?? '');
  const [text, setText] = useState(of && !of.sealed ? textOf(of.value) : '');
  const [failed, setFailed] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const send = async (value: { value: Json } | Record<string, never>) => {
    setBusy(true);
    setFailed(null);
    try {
      await editState(id, { session, scope, key: key.trim(), ...value });
      onDone();
    } catch (error) {
      setFailed(error);
      setBusy(false);
    }
  };
  return (
    <form
      className="sim-edit"
      aria-label={of ? `Edit ${of.key}` : 'Add a key'}
      onSubmit={(event) => {
        event.preventDefault();
        if (key.trim() !== '') void send({ value: jsonOrText(text) });
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone();
      }}
    >
      {of ? null : (
        <>
          <TextField label="Key" mono value={key} onChange={setKey} autoFocus />
          <Select label="Scope" options={SCOPES} value={scope} onChange={(chosen) => setScope(chosen as StateScope)} />
        </>
      )}
      <TextField label="Value" help="JSON, or a text" mono rows={3} value={text} onChange={setText} autoFocus={of !== null} />
      {failed ? <ErrorBox title="The state was not changed" error={failed} /> : null}
      <div className="sim-edit-actions">
        <Button size="small" kind="primary" type="submit" isDisabled={busy || key.trim() === ''}>
          Set
        </Button>
        {of ? (
          <Button size="small" kind="danger" isDisabled={busy} onPress={() => void send({})}>
            Remove
          </Button>
        ) : null}
        <Button size="small" kind="quiet" onPress={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

/** What is no JSON is a text, which needs no quotes. */
function jsonOrText(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}

function textOf(value: Json): string {
  if (typeof value !== 'string') return JSON.stringify(value, null, 2);
  // A text that would be read as something else keeps its quotes.
  return typeof jsonOrText(value) === 'string' && jsonOrText(value) === value ? value : JSON.stringify(value);
}
