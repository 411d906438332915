import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { toast } from '../../components/index.ts';
import { type ContentKind, remove, saveContent } from '../queries.ts';
import { focusSection } from './Section.tsx';
import { useForm } from './useForm.ts';

export interface ContentForm<T> {
  realm: string;
  kind: ContentKind;
  /** null: a new one; its id is `form.id`. */
  id: string | null;
  initial: T;
  /** As the request has it; null while it cannot be saved, which the fields say. */
  bodyOf(form: T): unknown;
  taken: readonly string[];
  onClose(): void;
}

/** Editing one of the contents that the server keeps by an id: the props of its dialog, and its form. */
export function useContentForm<T extends { id: string }>({ realm, kind, id, initial, bodyOf, taken, onClose }: ContentForm<T>) {
  const queries = useQueryClient();
  const [tried, setTried] = useState(false);
  const { form, set, save, ...state } = useForm(initial, (current) => saveContent(realm, kind, id ?? current.id.trim(), bodyOf(current)), {
    saved: id === null ? `Created ${initial.id}`.trim() : `Saved ${id}`,
    onSaved: onClose,
  });
  const wanted = form.id.trim();
  const idProblem = id !== null ? undefined : wanted === '' ? 'A name.' : taken.includes(wanted) ? `There is a "${wanted}" already.` : undefined;
  return {
    form,
    set,
    failure: state.failure,
    tried,
    idProblem: tried || taken.includes(wanted) ? idProblem : undefined,
    dialog: {
      isNew: id === null,
      isDirty: state.isDirty,
      failure: state.failure,
      isBusy: state.isBusy,
      onClose,
      onSave: () => {
        setTried(true);
        if (idProblem === undefined && bodyOf(form) !== null) save();
      },
      onDelete:
        id === null
          ? undefined
          : async () => {
              await remove(realm, kind, id);
              toast(`Deleted ${id}`);
              await queries.invalidateQueries();
              onClose();
              focusSection();
            },
    },
  };
}
