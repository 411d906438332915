import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { toast } from '../../components/index.ts';
import { type Content, type ContentConflict, type ContentKind, conflictIn, contentsQuery, remove, type Stored, saveContent } from '../queries.ts';
import { canFollow, useContentBase } from './contentBase.ts';
import { following } from './following.ts';
import { focusSection } from './Section.tsx';
import { useForm } from './useForm.ts';

/** A field of a form by its label, in words. */
export type FieldWords = readonly (readonly [label: string, text: string])[];

export interface ContentForm<K extends ContentKind, T> {
  realm: string;
  kind: K;
  /** null: a new one; its id is `form.id`. */
  stored: Stored<K> | null;
  /** The form of a stored one; of null, as a new one begins. */
  formOf(content: Content<K> | null): T;
  /** As the request has it; null while it cannot be saved, which the fields say. `content`: what the form was made of. */
  bodyOf(form: T, content: Content<K> | null): unknown;
  /** What the form says, for a comparison. */
  words(form: T): FieldWords;
  onClose(): void;
}

/** Both sides of a save that came too late, with what can be done about it. */
export interface ContentChoice {
  isDeleted: boolean;
  base: FieldWords;
  mine: FieldWords;
  theirs: FieldWords;
  onLater(): void;
  onTake(): void;
  onKeep(): void;
  onMerge?: (() => void) | undefined;
}

const idOf = (content: { _id?: unknown }): string => String(content._id);

/** Editing one of the contents that the server keeps by an id: the props of its dialog, and its form. */
export function useContentForm<K extends ContentKind, T extends { id: string }>({
  realm,
  kind,
  stored,
  formOf,
  bodyOf,
  words,
  onClose,
}: ContentForm<K, T>) {
  const queries = useQueryClient();
  const { data: list = [] } = useQuery(contentsQuery(realm, kind));
  const [tried, setTried] = useState(false);
  const id = stored === null ? null : idOf(stored.content);
  const { at, follow, setAt } = useContentBase<K>(
    stored ?? { content: null, version: 0 },
    list.find(({ content }) => idOf(content) === id),
  );
  const [initial] = useState(() => formOf(at.content));
  const state = useForm(initial, (current) => saveContent(realm, kind, id ?? current.id.trim(), at.version, bodyOf(current, at.content)), {
    saved: id === null ? `Created ${initial.id}`.trim() : `Saved ${id}`,
    onSaved: onClose,
    stored: at.content === null ? undefined : formOf(at.content),
  });
  const { form, base, set } = state;
  const sides = (theirs: Content<K>) => ({ mine: form, base, theirs: formOf(theirs) });
  follow(sides);
  const conflict = conflictIn(kind, state.failure);
  const wanted = form.id.trim();
  const isRefused = conflict?.current !== undefined && conflict.current !== null && idOf(conflict.current) === wanted;
  const isTaken = isRefused || list.some(({ content }) => idOf(content) === wanted);
  const idProblem = id !== null ? undefined : wanted === '' ? 'A name.' : isTaken ? `There is a "${wanted}" already.` : undefined;

  const choiceOf = ({ current, version }: ContentConflict<K>): ContentChoice => {
    const write = (what: T, content: Content<K> | null) => () => saveContent(realm, kind, id ?? '', version, bodyOf(what, content));
    const isFitting = current !== null && canFollow(sides(current));
    return {
      isDeleted: current === null,
      base: words(base),
      mine: words(form),
      theirs: current === null ? [] : words(formOf(current)),
      onLater: state.forgive,
      onTake() {
        void queries.invalidateQueries();
        if (current === null) return onClose();
        setAt({ content: current, version });
        state.replace(formOf(current));
      },
      onKeep: () => state.save(write(form, at.content)),
      onMerge: isFitting ? () => state.save(write(following(form, base, formOf(current)), current)) : undefined,
    };
  };

  return {
    form,
    set,
    /** What the form is based on. */
    content: at.content,
    failure: conflict ? null : state.failure,
    tried,
    idProblem: tried || isTaken ? idProblem : undefined,
    dialog: {
      isNew: id === null,
      isDirty: state.isDirty,
      failure: conflict ? null : state.failure,
      isBusy: state.isBusy,
      conflict: conflict && id !== null ? choiceOf(conflict) : null,
      onClose,
      onSave: () => {
        setTried(true);
        if (idProblem === undefined && bodyOf(form, at.content) !== null) state.save();
      },
      onDelete:
        id === null
          ? undefined
          : async (isAgain: boolean) => {
              await remove(realm, kind, id, isAgain ? undefined : at.version);
              toast(`Deleted ${id}`);
              await queries.invalidateQueries();
              onClose();
              focusSection();
            },
    },
  };
}
