import { type NodeDefinition, withDefaults } from '@tandem/nodes';
import { Badge } from '../../components/index.ts';
import { useEditedContent, useEditing } from '../EditorContext.ts';
import { configIn } from '../store/nodes.ts';
import { sourceOfKey, sourceWords } from './stateKeys.ts';

const shownKey = (key: string) => (key === '*' ? 'everything' : key);

/** Node state that the node reads and writes with its present settings. */
export function StateTab({ id, definition }: { id: string; definition: NodeDefinition }) {
  const { resources } = useEditing();
  const document = useEditedContent();
  const config = withDefaults(definition.fields, configIn(document, id));
  const reads = [...new Set(definition.reads(config))];
  const writes = definition.writes(config);
  return (
    <div className="form">
      <h2 className="caps">Reads</h2>
      {reads.length === 0 ? <p className="dim">Nothing.</p> : null}
      <ul className="keys">
        {reads.map((key) => (
          <li key={key}>
            <code>{shownKey(key)}</code>
            <span className="dim">{key === '*' ? '' : sourceWords(sourceOfKey(resources.nodeTypes, document, key, id))}</span>
          </li>
        ))}
      </ul>
      <h2 className="caps">Writes</h2>
      {writes.length === 0 ? <p className="dim">Nothing.</p> : null}
      <ul className="keys">
        {writes.map(({ key, scope }) => (
          <li key={`${scope}/${key}`}>
            <code>{shownKey(key)}</code>
            <Badge>{scope}</Badge>
          </li>
        ))}
      </ul>
    </div>
  );
}
