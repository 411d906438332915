import './code.css';
import { Annotation, Compartment, EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import { useCommands } from '../../commands/index.ts';
import { CODE_COMMANDS, type CodeTools } from './commands.ts';
import { scriptSetup } from './setup.ts';
import { type Surroundings, surroundings } from './surroundings.ts';

export interface CodeHandle {
  focus(): void;
  /** Puts the cursor at the start of a line, counted from 1. */
  goToLine(line: number): void;
}

export interface CodeEditorProps {
  label: string;
  value: string;
  onChange(value: string): void;
  /** Told when the focus leaves it. */
  onBlur?(): void;
  /** Where Escape goes: Tab inserts, so there has to be another way out. */
  onLeave(): void;
  around: Surroundings;
  isReadOnly?: boolean;
  /** Undo is the editor's own; default a journey's history has it. */
  ownHistory?: boolean;
  ref?: Ref<CodeHandle>;
}

/** Changes that came from outside: not told to `onChange`. */
const fromOutside = Annotation.define<boolean>();

/** What of a text is different, as one replacement: the cursor stays where it was, as far as that is there. */
export function replacement(before: string, after: string): { from: number; to: number; insert: string } {
  const most = Math.min(before.length, after.length);
  let from = 0;
  while (from < most && before[from] === after[from]) from += 1;
  let tail = 0;
  while (tail < most - from && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  return { from, to: before.length - tail, insert: after.slice(from, after.length - tail) };
}

/** A script with highlighting, completion, help and problems at their places. */
export function CodeEditor({ label, value, onChange, onBlur, onLeave, around, isReadOnly = false, ownHistory = false, ref }: CodeEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const latest = useRef({ onChange, onBlur, onLeave });
  latest.current = { onChange, onBlur, onLeave };
  const parts = useRef({ around: new Compartment(), access: new Compartment() });
  const first = useRef({ label, value, around, isReadOnly, ownHistory });

  useEffect(() => {
    const given = first.current;
    const { around: aroundPart, access } = parts.current;
    const made = new EditorView({
      ...(host.current ? { parent: host.current } : {}),
      state: EditorState.create({
        doc: given.value,
        extensions: [
          scriptSetup(given.label, given.ownHistory),
          aroundPart.of(surroundings.of(given.around)),
          access.of(EditorState.readOnly.of(given.isReadOnly)),
          EditorView.updateListener.of((update) => {
            if (!update.docChanged || update.transactions.some((transaction) => transaction.annotation(fromOutside))) return;
            latest.current.onChange(update.state.doc.toString());
          }),
          EditorView.domEventHandlers({ blur: () => latest.current.onBlur?.() }),
        ],
      }),
    });
    view.current = made;
    return () => {
      view.current = null;
      made.destroy();
    };
  }, []);

  useEffect(() => {
    const text = view.current?.state.doc.toString();
    if (text === undefined || text === value) return;
    const changes = replacement(text, value);
    view.current?.dispatch({
      changes,
      selection: { anchor: changes.from + changes.insert.length },
      scrollIntoView: true,
      annotations: fromOutside.of(true),
    });
  }, [value]);
  useEffect(() => {
    view.current?.dispatch({ effects: parts.current.around.reconfigure(surroundings.of(around)) });
  }, [around]);
  useEffect(() => {
    view.current?.dispatch({ effects: parts.current.access.reconfigure(EditorState.readOnly.of(isReadOnly)) });
  }, [isReadOnly]);

  useImperativeHandle(ref, () => ({
    focus: () => view.current?.focus(),
    goToLine(line) {
      const found = view.current;
      if (!found) return;
      const { from } = found.state.doc.line(Math.max(1, Math.min(line, found.state.doc.lines)));
      found.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: 'center' }) });
      found.focus();
    },
  }));
  const tools: CodeTools = { view: () => view.current, leave: () => latest.current.onLeave() };
  useCommands(CODE_COMMANDS, tools, { within: host });
  return <div ref={host} className="code" data-script-editor data-journey-undo={ownHistory ? undefined : true} />;
}
