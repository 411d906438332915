import type { JourneyDocumentAnswer, RealmResources } from '@tandem/api';
import type { JsonObject } from '@tandem/journey';
import { useEffect, useState } from 'react';
import { EditorContext } from '../EditorContext.ts';
import { createEditorStore } from '../store/editorStore.ts';
import { configIn, definitionFor } from '../store/nodes.ts';
import { NodeForm } from './NodeForm.tsx';

interface NodeSettingsProps {
  realm: string;
  document: JourneyDocumentAnswer;
  resources: RealmResources;
  node: string;
  /** Told with every change; nothing is saved. */
  onChange(config: JsonObject): void;
}

const nothing = () => undefined;

/** The inspector's form by itself, for a journey that is not being edited. */
export function NodeSettings({ realm, document, resources, node, onChange }: NodeSettingsProps) {
  const [store] = useState(() => createEditorStore(realm, document, null));
  useEffect(
    () =>
      store.subscribe((now, before) => {
        if (now.document !== before.document) onChange(configIn(now.document, node));
      }),
    [store, node, onChange],
  );
  const definition = definitionFor(resources.nodeTypes, document, node);
  if (!definition) return <p className="dim">The settings of this node are not known here.</p>;
  return (
    <EditorContext value={{ store, resources, openJourney: nothing, reveal: nothing, isForm: true }}>
      <NodeForm id={node} definition={definition} />
    </EditorContext>
  );
}
