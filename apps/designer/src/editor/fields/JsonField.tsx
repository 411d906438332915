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
    if (next.trim() === '') return onChange(undefined);
    const read = readJson(next);
    setWrong('error' in read ? `JSON: ${read.error}` : undefined);
  };
  const commit = () => {
    const read = readJson(text);
    if ('value' in read) onChange(read.value);
    return 'value' in read;
  };
  const settle = () => {
    if (commit()) return false;
    setText(written);
    setWrong(undefined);
    return true;
  };
  const latest = useRef(settle);
  latest.current = settle;
  const isPending = text !== written;
  useEffect(() => (isPending ? holdPendingText(() => latest.current()) : undefined), [isPending]);
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
