import { INT_MAX, type Tree } from '@tandem/journey';
import { lazy, Suspense, useMemo, useState } from 'react';
import { Switch, TextField } from '../../components/index.ts';
import { useEditing, useEditor } from '../EditorContext.ts';
import { ListField } from '../fields/ListFields.tsx';
import { categoriesOf, withCategories } from '../store/categories.ts';
import { settingCommand } from '../store/commands.ts';
import { FLAGS, MINUTES, settingLabel } from '../store/settings.ts';

const DisableQuestion = lazy(async () => ({ default: (await import('./DisableQuestion.tsx')).DisableQuestion }));

/** The journey's own settings, shown while no node is selected. */
export function JourneySettings() {
  const { store } = useEditing();
  const tree = useEditor((state) => state.document.tree);
  const [isAsking, setAsking] = useState(false);
  const tags = useMemo(() => categoriesOf(tree), [tree]);
  const set = <K extends keyof Tree & string>(id: K, value: Tree[K] | undefined, label: string) => store.run(settingCommand(id, value, label));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only hears that the focus left a field, which ends its undo step
    <div className="form" onBlur={() => store.endGroup()}>
      <TextField
        label={settingLabel('description')}
        rows={3}
        value={tree.description ?? ''}
        onChange={(text) => set('description', text === '' ? undefined : text, 'description')}
      />
      <ListField
        id="tags"
        field={{ kind: 'stringList', label: settingLabel('uiConfig') }}
        value={tags}
        error={undefined}
        onChange={(value) =>
          set('uiConfig', withCategories(tree, Array.isArray(value) ? value.filter((tag) => typeof tag === 'string') : []), 'tags')
        }
      />
      {FLAGS.map(({ id, label, help, unset }) => (
        <Switch
          key={id}
          label={label}
          help={help}
          isSelected={tree[id] ?? unset}
          onChange={(on) => (id === 'enabled' && !on ? setAsking(true) : set(id, on, label.toLowerCase()))}
        />
      ))}
      {isAsking ? (
        <Suspense fallback={null}>
          <DisableQuestion onDisable={() => set('enabled', false, 'enabled')} onClose={() => setAsking(false)} />
        </Suspense>
      ) : null}
      {MINUTES.map(({ id, label, help }) => (
        <MinutesField key={id} label={label} help={help} value={tree[id]} onChange={(value) => set(id, value, label.toLowerCase())} />
      ))}
      <TextField
        label={settingLabel('identityResource')}
        mono
        value={tree.identityResource ?? ''}
        onChange={(text) => set('identityResource', text === '' ? undefined : text, 'identity object')}
      />
    </div>
  );
}

function MinutesField({
  label,
  help,
  value,
  onChange,
}: {
  label: string;
  help: string;
  value: number | undefined;
  onChange(value: number | undefined): void;
}) {
  const range = value !== undefined && value > INT_MAX ? `from 1 to ${INT_MAX}` : 'from 1';
  const wrong = value !== undefined && (!Number.isInteger(value) || value < 1 || value > INT_MAX);
  const error = wrong ? `A whole number ${range} (min), or empty.` : undefined;
  const change = (text: string) => {
    const digits = text.replaceAll(/[^0-9]/g, '');
    onChange(digits === '' ? undefined : Number(digits));
  };
  return (
    <TextField
      label={label}
      help={help}
      error={error}
      unit="min"
      inputMode="numeric"
      value={value === undefined ? '' : String(value)}
      onChange={change}
    />
  );
}
