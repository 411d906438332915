import { type Json, jsonSchema } from '@tandem/journey';
import { useContext, useEffect, useRef, useState } from 'react';
import { TextField } from '../../components/index.ts';
import { EditorContext } from '../EditorContext.ts';
import { leaveText, leftText } from '../leftText.ts';
import { holdPendingText } from '../pendingText.ts';
import { shownNode } from '../store/editorStore.ts';
import { useLeaveText } from '../useLeaveText.ts';
import type { FieldProps } from './types.ts';

export function readJson(text: string): { value: Json } | { error: string } {
  try {
    return { value: jsonSchema.parse(JSON.parse(text)) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : 'Not JSON.' };
  }
}

function whatIsWrong(text: string): string | undefined {
  const read = readJson(text);
  return 'error' in read ? `JSON: ${read.error}` : undefined;
}

/** Any JSON. Text that is none stays in the field with what is wrong; the configuration keeps its last good value. */
export function JsonField({ id, field, value, error, onChange }: FieldProps) {
  const store = useContext(EditorContext)?.store ?? null;
  const [place] = useState(() => (store === null ? id : `${shownNode(store)}/${id}`));
  const written = value === undefined ? '' : JSON.stringify(value, null, 2);
  const [known, setKnown] = useState(written);
  const [text, setText] = useState(() => (store === null ? null : leftText(store, place, written)) ?? written);
  const [wrong, setWrong] = useState(() => (text === written ? undefined : whatIsWrong(text)));
  if (known !== written) {
    setKnown(written);
    setText(written);
    setWrong(undefined);
  }
  const change = (next: string) => {
    setText(next);
    if (next.trim() === '') {
      setWrong(undefined);
      return onChange(undefined);
    }
    setWrong(whatIsWrong(next));
  };
  const drop = () => {
    setText(written);
    setWrong(undefined);
  };
  const commit = () => {
    if (text === written) return true;
    // Emptied, the property is gone already; what shows now is its default.
    const read = text.trim() === '' ? { value: undefined } : readJson(text);
    if ('error' in read) return false;
    // Text that means what is stored brings no new value, and so nothing else that would tidy it.
    if (read.value === undefined || JSON.stringify(read.value, null, 2) === written) drop();
    if (read.value !== undefined) onChange(read.value);
    return true;
  };
  const isPending = text !== written;
  /** Text that is no value waits for whoever comes back. */
  const leave = () => {
    if (store !== null) leaveText(store, place, isPending && wrong !== undefined ? { text, written } : null);
  };
  const go = () => {
    if (store !== null) leaveText(store, place, isPending ? { text, written } : null);
  };
  useLeaveText(leave, go);
  const latest = useRef({ label: field.label, commit, drop });
  latest.current = { label: field.label, commit, drop };
  useEffect(() => {
    if (!isPending) return;
    return holdPendingText({ label: latest.current.label, commit: () => latest.current.commit(), drop: () => latest.current.drop() });
  }, [isPending]);
  return (
    <TextField
      label={field.label}
      help={field.help}
      error={wrong ?? error}
      mono
      rows={5}
      value={text}
      onChange={change}
      onBlur={() => void commit()}
    />
  );
}
