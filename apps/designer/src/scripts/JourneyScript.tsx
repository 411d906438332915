import { type Script, scriptBody } from '@tandem/journey';
import { useQuery } from '@tanstack/react-query';
import { Copy, FilePlus2, FlaskConical, MoreHorizontal, Settings2, Users } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { knowledgeQuery } from '../app/index.ts';
import { Badge, Button, IconButton, Menu, Skeleton, toast } from '../components/index.ts';
import { useEditing, useEditor } from '../editor/EditorContext.ts';
import { nameOf } from '../editor/store/nodes.ts';
import { freeScriptName, nameProblem } from './fields.ts';
import { focusDockTab } from './focus.ts';
import type { ScriptedNode } from './nodeScript.ts';
import { ScriptDialog } from './ScriptDialog.tsx';
import { ScriptWorkspace } from './ScriptWorkspace.tsx';
import { changeScriptCommand, newScriptCommand, scriptFieldsCommand } from './scriptCommands.ts';
import { nodeSurroundings } from './surroundingsOf.ts';
import { contextName, engineName } from './templates.ts';
import { UsesDialog } from './UsesDialog.tsx';
import { scriptUses, usesWords } from './usage.ts';
import { useBursts } from './useBursts.ts';

interface Props {
  node: ScriptedNode;
  script: Script;
  onNew(): void;
}

/** The script that a node of the open journey runs: every change is a step of the journey's history and is saved with it. */
export function JourneyScript({ node, script, onNew }: Props) {
  const { store, resources, openJourney, reveal } = useEditing();
  const kinds = resources.nodeTypes;
  const id = useEditor((state) => state.id);
  const realm = useEditor((state) => state.realm);
  const document = useEditor((state) => state.document);
  const { data: knowledge } = useQuery(knowledgeQuery(realm));
  const [open, setOpen] = useState<'uses' | 'settings' | null>(null);
  const [isTesting, setTesting] = useState(false);
  const nextBurst = useBursts();
  const uses = useMemo(() => (knowledge ? scriptUses(knowledge, script._id, document) : []), [knowledge, script._id, document]);
  const taken = Object.values({ ...knowledge?.scripts, ...document.scripts });
  const { tree, nodes } = document;
  const latest = useRef(document);
  latest.current = document;
  // Its own text changes with every key: what is known around it does not.
  const { context, evaluatorVersion } = script;
  const around = useMemo(
    () => knowledge && nodeSurroundings(knowledge, kinds, { ...latest.current, tree, nodes }, node.id, { context, evaluatorVersion }),
    [knowledge, kinds, tree, nodes, node.id, context, evaluatorVersion],
  );
  const name = nameOf(kinds, document, node.id);
  const fields = {
    name: script.name,
    description: script.description ?? '',
    context: script.context ?? '',
    evaluatorVersion: script.evaluatorVersion ?? '1.0',
  };
  const duplicate = () => {
    const copy = { ...fields, name: freeScriptName(`${script.name} copy`, taken) };
    store.run(newScriptCommand(kinds, store.getState().document, node, copy, scriptBody(script)));
    toast(`${name} runs ${copy.name} now`);
  };
  const isShared = new Set(uses.map((use) => use.journey)).size > 1 || uses.length > 1;
  return (
    <section className="script" aria-label={`Script ${script.name}`}>
      <header className="script-head">
        <h2>{script.name}</h2>
        <Badge>{`${engineName(script.evaluatorVersion)} · ${contextName(script.context)}`}</Badge>
        <span className="dim script-node">{`runs in ${name}`}</span>
        <span className="script-actions">
          <Button size="small" kind={isShared ? 'default' : 'quiet'} icon={<Users size={14} aria-hidden="true" />} onPress={() => setOpen('uses')}>
            {usesWords(uses, id)}
          </Button>
          <Button size="small" icon={<FlaskConical size={14} aria-hidden="true" />} aria-expanded={isTesting} onPress={() => setTesting(!isTesting)}>
            Test run
          </Button>
          <Menu
            label={`Script ${script.name}`}
            trigger={<IconButton size="small" label="More for this script" icon={<MoreHorizontal size={15} aria-hidden="true" />} placement="top" />}
            entries={[
              { id: 'settings', label: 'Rename, description, context', icon: <Settings2 size={14} aria-hidden="true" /> },
              { id: 'duplicate', label: 'Duplicate for this node', icon: <Copy size={14} aria-hidden="true" /> },
              { id: 'new', label: 'New script for this node', icon: <FilePlus2 size={14} aria-hidden="true" /> },
            ]}
            onAction={(action) => {
              if (action === 'settings') setOpen('settings');
              else if (action === 'duplicate') duplicate();
              else onNew();
            }}
          />
        </span>
      </header>
      {around ? (
        <ScriptWorkspace
          realm={realm}
          script={script}
          around={around}
          isTesting={isTesting}
          onCloseTest={() => setTesting(false)}
          onChange={(source) => store.run(changeScriptCommand(script, source, nextBurst()))}
          onBlur={() => store.endGroup()}
          onLeave={focusDockTab}
        />
      ) : (
        <Skeleton label="Reading the realm" lines={4} />
      )}
      {open === 'uses' ? (
        <UsesDialog
          name={script.name}
          uses={uses}
          onClose={() => setOpen(null)}
          onOpen={(use) => {
            setOpen(null);
            if (use.journey === id) reveal(use.page ?? use.node);
            else openJourney(use.journey);
          }}
        />
      ) : null}
      {open === 'settings' ? (
        <ScriptDialog
          title={`Settings of ${script.name}`}
          button="Apply"
          initial={fields}
          problem={(wanted) => nameProblem(wanted, taken, script._id)}
          onSubmit={(changed) => {
            store.run(scriptFieldsCommand(script, changed));
            setOpen(null);
          }}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </section>
  );
}
