import type { CustomNodeType } from '@tandem/journey';
import { useQuery } from '@tanstack/react-query';
import { PencilRuler } from 'lucide-react';
import { useMemo } from 'react';
import { customNodePath, knowledgeQuery, navigate } from '../app/index.ts';
import { Badge, Button } from '../components/index.ts';
import { useEditor } from '../editor/EditorContext.ts';
import { CodeEditor } from './code/CodeEditor.tsx';
import { focusDockTab } from './focus.ts';
import { realmSurroundings } from './realmSurroundings.ts';

const nothing = () => undefined;

/** Script of a custom node type: it belongs to the type, so here it is only read. */
export function CustomNodeScript({ type }: { type: CustomNodeType }) {
  const realm = useEditor((state) => state.realm);
  const journey = useEditor((state) => state.id);
  const { data: knowledge } = useQuery(knowledgeQuery(realm));
  const around = useMemo(() => knowledge && realmSurroundings(knowledge, { context: 'NODE_DESIGNER', evaluatorVersion: '2.0' }), [knowledge]);
  return (
    <section className="script" aria-label={`Script of ${type.displayName}`}>
      <header className="script-head">
        <h2>{type.displayName}</h2>
        <Badge>Custom node type</Badge>
        <span className="dim script-node">Every node of this type runs it; it is changed with the type.</span>
        <span className="script-actions">
          <Button
            size="small"
            icon={<PencilRuler size={14} aria-hidden="true" />}
            onPress={() => navigate(customNodePath(realm, type._id, { tab: 'script', from: journey }))}
          >
            Edit script
          </Button>
        </span>
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
