import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { toast } from '../../components/index.ts';
import { following } from './following.ts';

interface FormOptions<T> {
  /** Said when it was saved. */
  saved: string;
  onSaved(): void;
  /** As it is stored now, where that is known: what the person has not changed follows it, so that saving brings nothing old back. */
  stored?: T | undefined;
}

/**
 * What is being edited, and saving it.
 *
 * @param initial as it is stored, or as something new begins
 * @param send writes it; what it throws stays as `failure`, and the input with it
 */
export function useForm<T>(initial: T, send: (form: T) => Promise<unknown>, { saved, onSaved, stored }: FormOptions<T>) {
  const queries = useQueryClient();
  const [base, setBase] = useState(initial);
  const [form, setForm] = useState(initial);
  const content = JSON.stringify(stored);
  const [seen, setSeen] = useState(content);
  if (stored !== undefined && content !== seen) {
    setSeen(content);
    setBase(stored);
    setForm(following(form, base, stored));
  }
  const [failure, setFailure] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const save = async (write: () => Promise<unknown>) => {
    setBusy(true);
    setFailure(null);
    try {
      await write();
    } catch (error) {
      setFailure(error);
      setBusy(false);
      return;
    }
    setBase(form);
    setBusy(false);
    toast(saved);
    await queries.invalidateQueries();
    onSaved();
  };
  return {
    form,
    base,
    set: (patch: Partial<T>) => setForm((before) => ({ ...before, ...patch })),
    reset: () => {
      setForm(base);
      setFailure(null);
    },
    isDirty: JSON.stringify(form) !== JSON.stringify(base),
    failure,
    isBusy,
    /** @param write instead of `send` */
    save: (write = () => send(form)) => void save(write),
    /** Takes over what is stored, and drops what was typed. */
    replace: (now: T) => {
      setBase(now);
      setForm(now);
      setFailure(null);
    },
    /** Forgets what the last attempt to save said. */
    forgive: () => setFailure(null),
  };
}
