import { paletteEntries } from '@tandem/nodes';
import { ArrowUpRight, CodeXml, FilePlus2 } from 'lucide-react';
import { type ComponentProps, lazy, Suspense, useMemo, useState } from 'react';
import { Button, ComboBox } from '../../components/index.ts';
import { focusScript } from '../../scripts/focus.ts';
import { openDockTab } from '../dock/dockState.ts';
import { useEditing, useEditor } from '../EditorContext.ts';
import { CreateJourney } from './CreateJourney.tsx';
import { scriptChoices, scriptsWith } from './scriptChoices.ts';
import { asText, type FieldProps } from './types.ts';

const NewScript = lazy(async () => ({ default: (await import('../../scripts/NewScript.tsx')).NewScript }));

type Choices = Omit<ComponentProps<typeof ComboBox>, 'label' | 'help' | 'error' | 'value' | 'onChange'>;

/** A text field with things to choose from; emptied it is no value. */
function Picker({ id: _, field, value, error, onChange, ...choices }: FieldProps & Choices) {
  return (
    <ComboBox
      {...choices}
      label={field.label}
      help={field.help}
      error={error}
      value={asText(value)}
      onChange={(text) => onChange(text === '' ? undefined : text)}
    />
  );
}

export function JourneyField(props: FieldProps) {
  const { resources, openJourney, isForm = false } = useEditing();
  const own = useEditor((state) => state.id);
  const chosen = asText(props.value);
  const options = resources.journeys.filter((name) => name !== own).map((name) => ({ value: name, label: name }));
  return (
    <div className="field">
      <Picker {...props} options={options} allowsCustom placeholder="Choose a journey" />
      {isForm ? null : resources.journeys.includes(chosen) ? (
        <Button size="small" kind="quiet" icon={<ArrowUpRight size={14} aria-hidden="true" />} onPress={() => openJourney(chosen)}>
          {`Open ${chosen} beside`}
        </Button>
      ) : chosen.trim() === '' || chosen === own ? null : (
        <CreateJourney name={chosen.trim()} />
      )}
    </div>
  );
}

export function ScriptField(props: FieldProps) {
  const { resources, isForm = false } = useEditing();
  const own = useEditor((state) => state.document.scripts);
  const chosen = asText(props.value);
  const node = useEditor((state) => state.child ?? state.selection.nodes[0] ?? null);
  const [creating, setCreating] = useState(false);
  const edit = () => {
    openDockTab('script');
    focusScript();
  };
  const scripts = useMemo(() => scriptsWith(resources.scripts, own), [resources.scripts, own]);
  const { options, hint } = scriptChoices(scripts, props.field.scriptContexts, chosen);
  return (
    <div className="field">
      <Picker {...props} options={options} placeholder="Choose a script" />
      {hint === null ? null : <span className="set-by">{hint}</span>}
      {isForm ? null : (
        <span className="field-actions">
          {chosen === '' ? null : (
            <Button size="small" kind="quiet" icon={<CodeXml size={14} aria-hidden="true" />} onPress={edit}>
              Edit script
            </Button>
          )}
          <Button size="small" kind="quiet" icon={<FilePlus2 size={14} aria-hidden="true" />} onPress={() => setCreating(true)}>
            New script
          </Button>
        </span>
      )}
      {creating && node !== null ? (
        <Suspense fallback={null}>
          <NewScript node={{ id: node, field: props.id, script: chosen }} onClose={() => setCreating(false)} onCreated={edit} />
        </Suspense>
      ) : null}
    </div>
  );
}

export function EmailTemplateField(props: FieldProps) {
  const { resources } = useEditing();
  const options = resources.emailTemplates.map((name) => ({ value: name, label: name }));
  return <Picker {...props} options={options} allowsCustom />;
}

export function NodeTypeField(props: FieldProps) {
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
  return <Picker {...props} options={options} placeholder="Choose a node type" />;
}
