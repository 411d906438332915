import { useMemo } from 'react';
import { ComboBox } from '../../components/index.ts';
import { useEditedContent, useEditing, useEditor } from '../EditorContext.ts';
import { keysWritten, sourceOfKey, sourceWords } from '../inspector/stateKeys.ts';
import { useLinter } from '../problems/useLinter.ts';
import { nameOf } from '../store/nodes.ts';
import { asText, type FieldProps } from './types.ts';

/** Of a key that is not there yet when the node is entered. */
const LATER = 'not before this node';

/**
 * A key of the node state: any name. Offered first are the keys that may be there when the node is entered (the data flow that the rules use: nodes
 * before it, what the journey was started with), then those that only other nodes write.
 */
export function StateKeyField({ field, value, error, onChange }: FieldProps) {
  const { store, resources } = useEditing();
  const kinds = resources.nodeTypes;
  const document = useEditedContent();
  const self = useEditor((state) => state.child ?? state.selection.nodes[0] ?? null);
  const linting = useLinter(store);
  const known = useMemo(() => {
    if (!linting || self === null) return [];
    return linting.linter.keysKnownAt(linting.linter.contextOf(linting.document, linting.realm), self);
  }, [linting, self]);
  const options = useMemo(() => {
    const before = new Set(known.map(({ key }) => key));
    const here = known.map(({ key, always, by }) => {
      const from = by.length === 0 ? 'there from the start' : `set by ${by.map((id) => nameOf(kinds, document, id)).join(', ')}`;
      return { value: key, label: key, detail: always ? from : `${from}, not on every way` };
    });
    const others = keysWritten(kinds, document, self).filter(({ key }) => !before.has(key));
    return [...here, ...others.map(({ key, by }) => ({ value: key, label: key, detail: `set by ${by}, ${LATER}` }))];
  }, [known, kinds, document, self]);
  const chosen = asText(value);
  const source = chosen === '' ? 'none' : sourceOfKey(kinds, document, chosen, self);
  const said = options.find((option) => option.value === chosen)?.detail ?? (typeof source === 'object' ? sourceWords(source) : null);
  return (
    <div className="field">
      <ComboBox
        label={field.label}
        help={field.help}
        error={error}
        mono
        allowsCustom
        placeholder={field.placeholder === undefined ? undefined : `e.g. ${field.placeholder}`}
        options={options}
        value={chosen}
        onChange={(text) => onChange(text === '' ? undefined : text)}
      />
      {said === null ? null : (
        <span className="set-by" data-later={said.endsWith(LATER) || undefined}>
          {said}
        </span>
      )}
    </div>
  );
}
