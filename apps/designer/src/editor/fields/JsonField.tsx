import { type Json, jsonSchema } from '@tandem/journey';
import { useEffect, useRef, useState } from 'react';
import { TextField } from '../../components/index.ts';
import { holdPendingText } from '../pendingText.ts';
import type { FieldProps } from './types.ts';

export function readJson(text: string): { value: Json } | { error: string } {
  try {
    return { value: jsonSchema.parse(JSON.parse(text)) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : 'Not JSON.' };
  }
}

/** Any JSON. Text that is none stays in the field with what is wrong; the configuration keeps its last good value. */
export function JsonField({ field, value, error, onChange }: FieldProps) {
  const written = value === undefined ? '' : JSON.stringify(value, null, 2);
  const [text, setText] = useState(written);
  const [wrong, setWrong] = useState<string>();
  useEffect(() => {
    setText(written);
    setWrong(undefined);
  }, [written]);
  const change = (next: string) => {
    setText(next);
    if (next.trim() === '') {
      setWrong(undefined);
      return onChange(undefined);
    }
    const read = readJson(next);
    setWrong('error' in read ? `JSON: ${read.error}` : undefined);
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
  const latest = useRef({ label: field.label, commit, drop });
  latest.current = { label: field.label, commit, drop };
  const isPending = text !== written;
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
