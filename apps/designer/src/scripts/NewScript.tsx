import { useQuery } from '@tanstack/react-query';
import { knowledgeQuery } from '../app/index.ts';
import { toast } from '../components/index.ts';
import { useEditing, useEditor } from '../editor/EditorContext.ts';
import { definitionFor, nameOf } from '../editor/store/nodes.ts';
import { freeScriptName, nameProblem } from './fields.ts';
import type { ScriptedNode } from './nodeScript.ts';
import { ScriptDialog } from './ScriptDialog.tsx';
import { newScriptCommand } from './scriptCommands.ts';
import { SCRIPT_KINDS } from './templates.ts';

/** Contexts that new scripts of a node may have, the one that AIC gives first. */
const contextsFor = (contexts: readonly string[] | undefined): string[] =>
  SCRIPT_KINDS.map(({ context }) => context).filter((context) => contexts === undefined || contexts.includes(context));

/** Asks what a new script is called, makes it from the template of its context, and has the node run it. */
export function NewScript({ node, onClose, onCreated }: { node: ScriptedNode; onClose(): void; onCreated?(): void }) {
  const { store, resources } = useEditing();
  const document = useEditor((state) => state.document);
  const realm = useEditor((state) => state.realm);
  const { data: knowledge } = useQuery(knowledgeQuery(realm));
  const kinds = resources.nodeTypes;
  const contexts = contextsFor(definitionFor(kinds, document, node.id)?.fields[node.field]?.scriptContexts);
  const [context = 'SCRIPTED_DECISION_NODE'] = contexts;
  const taken = Object.values({ ...knowledge?.scripts, ...document.scripts });
  return (
    <ScriptDialog
      title="New script"
      button="Create script"
      contexts={contexts}
      initial={{ name: freeScriptName(nameOf(kinds, document, node.id), taken), description: '', context, evaluatorVersion: '2.0' }}
      problem={(name) => nameProblem(name, taken)}
      onSubmit={(fields) => {
        const command = newScriptCommand(kinds, store.getState().document, node, fields);
        store.run(command);
        toast(`Created ${fields.name}`);
        onClose();
        onCreated?.();
      }}
      onClose={onClose}
    />
  );
}
