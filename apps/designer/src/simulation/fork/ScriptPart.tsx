import { type Script, scriptBody } from '@tandem/journey';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useMemo, useRef } from 'react';
import { knowledgeQuery } from '../../app/index.ts';
import { Select, Skeleton } from '../../components/index.ts';
import { CodeEditor } from '../../scripts/code/CodeEditor.tsx';
import { realmSurroundings } from '../../scripts/realmSurroundings.ts';
import { useLive } from '../hooks.ts';
import type { Draft } from './drafts.ts';
import { useNodes } from './NodeChoice.tsx';

interface ScriptPartProps {
  draft: Extract<Draft, { kind: 'script' }>;
  journeys: readonly string[];
  onChange(draft: Draft): void;
}

/** A script of these journeys as the simulation runs it, in the script editor. */
export default function ScriptPart({ draft: { id, source }, journeys, onChange }: ScriptPartProps) {
  const realm = useLive((state) => state.realm);
  const knowledge = useQuery(knowledgeQuery(realm)).data;
  const { documents } = useNodes(journeys);
  const scripts = useMemo(() => {
    const found = new Map<string, Script>();
    for (const document of documents.values()) for (const script of Object.values(document.scripts)) found.set(script._id, script);
    return [...found.values()].sort((a, b) => a.name.localeCompare(b.name));
  }, [documents]);
  const script = scripts.find((one) => one._id === id);
  const around = useMemo(() => (knowledge && script ? realmSurroundings(knowledge, script) : null), [knowledge, script]);
  const place = useRef<HTMLDivElement>(null);
  const leave = () => place.current?.querySelector('button')?.focus();
  // Else it would close the dialog, and what was typed with it.
  const keepEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !(event.target instanceof Element) || !event.target.closest('.cm-editor')) return;
    event.stopPropagation();
    leave();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only hears a key on its way from the editor
    <div ref={place} className="fork-script" onKeyDown={keepEscape}>
      <Select
        label="Script"
        placeholder={scripts.length === 0 ? 'These journeys have no scripts' : 'Choose a script'}
        options={scripts.map(({ _id, name }) => ({ value: _id, label: name }))}
        value={id}
        onChange={(chosen) => onChange({ kind: 'script', id: chosen, source: null })}
      />
      {script && around ? (
        <CodeEditor
          key={script._id}
          label={`Script ${script.name}`}
          value={source ?? scriptBody(script)}
          around={around}
          ownHistory
          onLeave={leave}
          onChange={(text) => onChange({ kind: 'script', id: script._id, source: text })}
        />
      ) : script ? (
        <Skeleton label="Opening the script" lines={4} />
      ) : null}
    </div>
  );
}
