import type { Json } from '@tandem/journey';
import { useEffect, useState } from 'react';
import { Code } from '../../callbacks/index.ts';
import { ErrorBox } from '../../components/index.ts';
import { askSecret } from '../api.ts';
import { useSimulation } from '../hooks.ts';

interface RevealedProps {
  session: string;
  place: readonly string[];
  seq: number | null;
}

/** A secret in plain text, asked of the server when it is shown and kept nowhere. */
export default function Revealed({ session, place, seq }: RevealedProps) {
  const { id } = useSimulation();
  const [told, setTold] = useState<{ value: Json } | { error: unknown } | null>(null);
  const path = JSON.stringify(place);
  useEffect(() => {
    const asking = new AbortController();
    const body = { session, place: JSON.parse(path) as string[], ...(seq === null ? {} : { seq }) };
    askSecret(id, body, asking.signal).then(setTold, (error: unknown) => {
      if (!asking.signal.aborted) setTold({ error });
    });
    return () => asking.abort();
  }, [id, session, path, seq]);
  if (told === null) return <span aria-busy="true">…</span>;
  if ('error' in told) return <ErrorBox title="The secret cannot be shown" error={told.error} />;
  const { value } = told;
  if (typeof value === 'object' && value !== null) return <Code>{JSON.stringify(value, null, 2)}</Code>;
  return <code className="sim-revealed">{value === '' ? <span className="dim">empty</span> : String(value)}</code>;
}
