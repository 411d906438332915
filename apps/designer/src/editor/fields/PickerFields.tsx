import { paletteEntries } from '@tandem/nodes';
import { ArrowUpRight } from 'lucide-react';
import { useMemo } from 'react';
import { Button, ComboBox } from '../../components/index.ts';
import { useEditing, useEditor } from '../EditorContext.ts';
import { keysWritten } from '../inspector/stateKeys.ts';
import { asText, type FieldProps } from './types.ts';

const orNothing = (text: string) => (text === '' ? undefined : text);

export function JourneyField({ field, value, error, onChange }: FieldProps) {
  const { resources, openJourney } = useEditing();
  const own = useEditor((state) => state.id);
  const chosen = asText(value);
  const options = resources.journeys.filter((name) => name !== own).map((name) => ({ value: name, label: name }));
  return (
    <div className="field">
      <ComboBox
        label={field.label}
        help={field.help}
        error={error}
        options={options}
        value={chosen}
        onChange={(text) => onChange(orNothing(text))}
        allowsCustom
        placeholder="Choose a journey"
      />
      {resources.journeys.includes(chosen) ? (
        <Button size="small" kind="quiet" icon={<ArrowUpRight size={14} aria-hidden="true" />} onPress={() => openJourney(chosen)}>
          {`Open ${chosen} beside`}
        </Button>
      ) : null}
    </div>
  );
}

export function ScriptField({ field, value, error, onChange }: FieldProps) {
  const { resources } = useEditing();
  const options = resources.scripts.map((script) => ({
    value: script.id,
    label: script.name,
    detail: `${script.evaluatorVersion === '2.0' ? 'next-generation' : 'legacy'}${script.context ? ` · ${script.context}` : ''}`,
  }));
  return (
    <ComboBox
      label={field.label}
      help={field.help}
      error={error}
      options={options}
      value={asText(value)}
      onChange={(text) => onChange(orNothing(text))}
      placeholder="Choose a script"
    />
  );
}

export function EmailTemplateField({ field, value, error, onChange }: FieldProps) {
  const { resources } = useEditing();
  const options = resources.emailTemplates.map((name) => ({ value: name, label: name }));
  return (
    <ComboBox
      label={field.label}
      help={field.help}
      error={error}
      options={options}
      value={asText(value)}
      onChange={(text) => onChange(orNothing(text))}
      allowsCustom
    />
  );
}

export function NodeTypeField({ field, value, error, onChange }: FieldProps) {
  const { resources } = useEditing();
  const options = useMemo(
    () =>
      paletteEntries(resources.nodeTypes).map((entry) => ({
        value: entry.type,
        label: entry.name,
        detail: entry.executed ? undefined : 'not executed here',
      })),
    [resources.nodeTypes],
  );
  return (
    <ComboBox
      label={field.label}
      help={field.help}
      error={error}
      options={options}
      value={asText(value)}
      onChange={(text) => onChange(orNothing(text))}
      placeholder="Choose a node type"
    />
  );
}

/** A key of the node state: any name, with what other nodes of this journey write as suggestions. */
export function StateKeyField({ field, value, error, onChange }: FieldProps) {
  const { resources } = useEditing();
  const document = useEditor((state) => state.document);
  const written = useMemo(() => keysWritten(resources.nodeTypes, document), [resources.nodeTypes, document]);
  const chosen = asText(value);
  const by = written.find((entry) => entry.key === chosen)?.by;
  const options = written.map((entry) => ({ value: entry.key, label: entry.key, detail: `set by ${entry.by}` }));
  return (
    <ComboBox
      label={field.label}
      help={field.help}
      error={error}
      mono
      allowsCustom
      placeholder={field.placeholder}
      options={options}
      value={chosen}
      onChange={(text) => onChange(orNothing(text))}
      after={by ? <span className="set-by">set by {by}</span> : null}
    />
  );
}
