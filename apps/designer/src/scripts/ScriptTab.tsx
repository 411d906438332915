import './scripts.css';
import { useQuery } from '@tanstack/react-query';
import { CodeXml, FilePlus2 } from 'lucide-react';
import { useState } from 'react';
import { knowledgeQuery } from '../app/index.ts';
import { Button, EmptyState, ErrorBox, Skeleton } from '../components/index.ts';
import { useEditing, useEditor } from '../editor/EditorContext.ts';
import { customTypeOf, nameOf, pageOf } from '../editor/store/nodes.ts';
import { CustomNodeScript } from './CustomNodeScript.tsx';
import { JourneyScript } from './JourneyScript.tsx';
import { NewScript } from './NewScript.tsx';
import { scriptedNode, scriptedNodes, scriptIn } from './nodeScript.ts';

/** Tab of the dock: the script of the selected node. */
export function ScriptTab() {
  const { resources, store } = useEditing();
  const kinds = resources.nodeTypes;
  const realm = useEditor((state) => state.realm);
  const document = useEditor((state) => state.document);
  const selected = useEditor((state) => state.child ?? state.selection.nodes[0] ?? null);
  const knowledge = useQuery(knowledgeQuery(realm));
  const [creating, setCreating] = useState(false);
  const node = scriptedNode(kinds, document, selected);
  const custom = selected === null ? undefined : customTypeOf(kinds, document, selected);
  if (custom) return <CustomNodeScript key={custom._id} type={custom} />;
  if (node === null) return <ScriptedNodes />;
  const script = scriptIn(document, knowledge.data?.scripts, node.script);
  if (script === undefined && !knowledge.data) {
    if (knowledge.error) return <ErrorBox title="The scripts could not be read" error={knowledge.error} onRetry={() => void knowledge.refetch()} />;
    return <Skeleton label="Reading the scripts" lines={4} />;
  }
  const dialog = creating ? <NewScript node={node} onClose={() => setCreating(false)} /> : null;
  if (script === undefined) {
    const name = nameOf(kinds, document, node.id);
    return (
      <div className="script-empty">
        <EmptyState
          icon={<CodeXml size={24} aria-hidden="true" />}
          title={node.script === '' ? `${name} has no script` : 'The realm lacks this script'}
          action={
            <Button kind="primary" icon={<FilePlus2 size={15} aria-hidden="true" />} onPress={() => setCreating(true)}>
              New script
            </Button>
          }
        >
          {node.script === ''
            ? 'Choose one in its settings, or write a new one.'
            : `${name} names the script ${node.script}. Import it, choose another, or write a new one.`}
        </EmptyState>
        {dialog}
      </div>
    );
  }
  return (
    <>
      <JourneyScript key={`${store.getState().id}/${script._id}`} node={node} script={script} onNew={() => setCreating(true)} />
      {dialog}
    </>
  );
}

/** With no such node selected: those that the journey has. */
function ScriptedNodes() {
  const { resources, store, reveal } = useEditing();
  const document = useEditor((state) => state.document);
  const kinds = resources.nodeTypes;
  const custom = Object.keys(document.nodes).flatMap((id) => {
    const type = customTypeOf(kinds, document, id);
    return type ? [{ id, detail: type.displayName }] : [];
  });
  const own = scriptedNodes(kinds, document).map(({ id, script }) => ({
    id,
    detail: script === '' ? '' : (document.scripts[script]?.name ?? script),
  }));
  const nodes = [...own, ...custom];
  return (
    <div className="script-empty">
      <p className="script-hint">
        <CodeXml size={16} aria-hidden="true" />
        {nodes.length === 0
          ? 'No node of this journey runs a script. Add a Scripted Decision, a Configuration Provider or a custom node.'
          : 'Select a node that runs a script:'}
      </p>
      <ul className="script-nodes">
        {nodes.map(({ id, detail }) => (
          <li key={id}>
            <Button
              size="small"
              onPress={() => {
                const page = pageOf(document, id);
                if (page === null) store.select({ nodes: [id], edge: null });
                else store.select({ nodes: [page], edge: null }, id);
                reveal(page ?? id);
              }}
            >
              {`${nameOf(kinds, document, id)}${detail === '' ? '' : ` · ${detail}`}`}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
