import type { CustomNodeType } from '@tandem/journey';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { knowledgeQuery } from '../app/index.ts';
import { Badge } from '../components/index.ts';
import { useEditor } from '../editor/EditorContext.ts';
import { CodeEditor } from './code/CodeEditor.tsx';
import { focusDockTab } from './focus.ts';
import { realmSurroundings } from './realmSurroundings.ts';

const nothing = () => undefined;

/** Script of a custom node type: it belongs to the type, so here it is only read. */
export function CustomNodeScript({ type }: { type: CustomNodeType }) {
  const realm = useEditor((state) => state.realm);
  const { data: knowledge } = useQuery(knowledgeQuery(realm));
  const around = useMemo(() => knowledge && realmSurroundings(knowledge, { context: 'NODE_DESIGNER', evaluatorVersion: '2.0' }), [knowledge]);
  return (
    <section className="script" aria-label={`Script of ${type.displayName}`}>
      <header className="script-head">
        <h2>{type.displayName}</h2>
        <Badge>Custom node type</Badge>
        <span className="dim">Every node of this type runs it; here it is only shown.</span>
      </header>
      {around ? (
        <CodeEditor
          label={`Script of ${type.displayName}`}
          value={type.script}
          onChange={nothing}
          onLeave={focusDockTab}
          around={around}
          isReadOnly
        />
      ) : null}
    </section>
  );
}
