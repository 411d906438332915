import { type KeyboardEvent, useContext, useEffect, useRef, useState } from 'react';
import { CanvasContext } from './CanvasContext.ts';

/** The name of a node, edited in its card: Enter and leaving the field keep it, Escape does not. */
export function NameField({ id, name, typeName }: { id: string; name: string; typeName: string }) {
  const { names, renaming } = useContext(CanvasContext);
  const [text, setText] = useState(name);
  const field = useRef<HTMLInputElement>(null);
  const leaves = useRef(false);
  const commit = () => {
    const typed = text.trim();
    if (!leaves.current && typed !== name) names?.rename(id, typed);
    return true;
  };
  const latest = useRef({ commit, drop: () => setText(name) });
  latest.current = { commit, drop: () => setText(name) };
  const isPending = text.trim() !== name;
  // Typed text counts as unsaved and is part of what is saved.
  useEffect(() => {
    if (isPending) return names?.hold({ label: 'Name', commit: () => latest.current.commit(), drop: () => latest.current.drop() });
  }, [isPending, names]);
  useEffect(() => {
    field.current?.select();
    // However the field goes: by a key, by a click elsewhere, or with its card.
    return () => void latest.current.commit();
  }, []);
  const close = () => renaming.setState({ node: null });
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter and Escape of an input method are about its own list.
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
    event.preventDefault();
    event.stopPropagation();
    leaves.current = event.key === 'Escape';
    const card = field.current?.closest<HTMLElement>('.react-flow__node');
    close();
    card?.focus({ preventScroll: true });
  };
  return (
    <input
      ref={field}
      className="card-name-field nodrag nopan nokey"
      aria-label={`Name of ${name}`}
      placeholder={typeName}
      value={text}
      autoComplete="off"
      spellCheck={false}
      // biome-ignore lint/a11y/noAutofocus: it was opened to be typed into
      autoFocus
      onChange={(event) => setText(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={close}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
    />
  );
}
