import { canAnnotate, commentsOf, type NodeComment } from '@tandem/journey';
import { MessageSquarePlus, Trash2 } from 'lucide-react';
import { type FocusEvent, useEffect, useRef, useState } from 'react';
import { Button, IconButton, TextField } from '../../components/index.ts';
import { useEditing, useEditor } from '../EditorContext.ts';
import { holdPendingText } from '../pendingText.ts';
import { commentCommand } from '../store/noteCommands.ts';
import { ColorField } from './NotePanel.tsx';

interface CommentProps {
  label: string;
  comment: NodeComment | undefined;
  isNew: boolean;
  onChange(text: string, color: string): void;
  /** By its button, which goes with it. */
  onDelete(): void;
}

/**
 * One comment. Emptied, it goes when it is left, or when the journey is saved: those behind it would move into the field while somebody types, and below a
 * button that is pressed.
 */
function Comment({ label, comment, isNew, onChange, onDelete }: CommentProps) {
  const [isEmptied, setEmptied] = useState(false);
  const { text = '', color = 'yellow', author } = comment ?? {};
  const isGoing = isEmptied && comment !== undefined;
  const remove = () => {
    setEmptied(false);
    onDelete();
  };
  const latest = useRef(remove);
  latest.current = remove;
  useEffect(() => {
    if (!isGoing) return;
    const commit = () => {
      latest.current();
      return true;
    };
    return holdPendingText({ label, commit, drop: () => setEmptied(false) });
  }, [isGoing, label]);
  const leave = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (currentTarget.contains(relatedTarget)) return;
    if (isGoing) onChange('', color);
    setEmptied(false);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only hears that the focus left the comment
    <div className="comment" onBlur={leave}>
      <div className="comment-text">
        <TextField
          label={author === undefined ? label : `${label}, by ${author}`}
          rows={3}
          autoFocus={isNew}
          value={isEmptied ? '' : text}
          onChange={(next) => {
            setEmptied(next === '');
            if (next !== '') onChange(next, color);
          }}
        />
        {comment ? (
          <IconButton size="small" label={`Delete ${label.toLowerCase()}`} icon={<Trash2 size={15} aria-hidden="true" />} onPress={remove} />
        ) : null}
      </div>
      {comment ? <ColorField label={`${label} color`} value={color} onChange={(shade) => onChange(text, shade)} /> : null}
    </div>
  );
}

/** What people wrote at a node of the canvas, one after the other; kept with the journey, as AIC's comments are. */
export function CommentField({ id }: { id: string }) {
  const { store, resources } = useEditing();
  const tree = useEditor((state) => state.document.tree);
  const [addingAt, setAddingAt] = useState<number | null>(null);
  const form = useRef<HTMLDivElement>(null);
  const add = useRef<HTMLButtonElement>(null);
  if (!canAnnotate(tree)) return null;
  const comments = commentsOf(tree, id);
  const rows = comments.length === 0 || addingAt === comments.length ? [...comments, undefined] : comments;
  const set = (at: number, text: string, color: string) =>
    store.run(commentCommand(resources.nodeTypes, store.getState().document, id, text, color, at));
  const remove = (at: number, color: string) => {
    set(at, '', color);
    setAddingAt(null);
    // The button that had the focus goes with its comment.
    requestAnimationFrame(() => (add.current ?? form.current?.querySelector('textarea'))?.focus());
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only hears that the focus left a field, which ends its undo step
    <div ref={form} className="form" onBlur={() => store.endGroup()}>
      {rows.map((comment, at) => (
        <Comment
          // biome-ignore lint/suspicious/noArrayIndexKey: a new comment stays in its field when it is stored
          key={at}
          label={at === 0 ? 'Comment' : `Comment ${at + 1}`}
          comment={comment}
          isNew={addingAt === at}
          onChange={(text, color) => set(at, text, color)}
          onDelete={() => remove(at, comment?.color ?? 'yellow')}
        />
      ))}
      {comments.length > 0 && rows.length === comments.length ? (
        <div className="form-buttons">
          <Button ref={add} size="small" icon={<MessageSquarePlus size={14} aria-hidden="true" />} onPress={() => setAddingAt(comments.length)}>
            Reply
          </Button>
        </div>
      ) : null}
    </div>
  );
}
