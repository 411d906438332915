import { Select, Switch, TextField } from '../../components/index.ts';
import type { DetailsForm as Form } from './flags.ts';
import { FLAGS, TIMES } from './flags.ts';
import type { DetailsProblems } from './form.ts';
import { TagsField } from './TagsField.tsx';

interface DetailsFormProps {
  form: Form;
  problems: DetailsProblems;
  /** Managed objects that a journey may look people up in. */
  identityResources: readonly string[];
  /** Why the name cannot be changed now. */
  lockedName: string | null;
  onChange(change: Partial<Form>): void;
}

/** Every setting of a journey besides its nodes. */
export function DetailsForm({ form, problems, identityResources, lockedName, onChange }: DetailsFormProps) {
  const resources = [...new Set([...identityResources, form.identityResource])].filter(Boolean);
  return (
    <div className="details-form">
      <TextField
        label="Name"
        autoFocus
        value={form.name}
        isReadOnly={lockedName !== null}
        onChange={(name) => onChange({ name })}
        help={
          lockedName ??
          'It is part of the address. Whatever names the journey is changed along: nodes, scripts of Configuration Providers, the default.'
        }
        error={problems.name}
      />
      <TextField label="Description" rows={2} value={form.description} onChange={(description) => onChange({ description })} />
      <TagsField label="Tags" help="They group journeys in lists." tags={form.tags} onChange={(tags) => onChange({ tags })} />
      <Select
        label="Identity resource"
        help="The managed objects that this journey signs in: where its nodes look for people and make new ones."
        options={resources.map((value) => ({ value, label: value }))}
        value={form.identityResource === '' ? null : form.identityResource}
        placeholder="The realm's users"
        onChange={(identityResource) => onChange({ identityResource })}
      />
      <fieldset>
        <legend>How it runs</legend>
        {FLAGS.map(({ id, label, help }) => (
          <div key={id}>
            <Switch label={label} help={help} isSelected={form[id]} onChange={(on) => onChange({ [id]: on })} />
            {problems[id] ? (
              <p className="details-wrong" role="alert">
                {problems[id]}
              </p>
            ) : null}
          </div>
        ))}
      </fieldset>
      <fieldset>
        <legend>Times</legend>
        <div className="details-times">
          {TIMES.map(({ id, label, help }) => (
            <TextField
              key={id}
              label={label}
              help={help}
              unit="min"
              inputMode="numeric"
              value={form[id]}
              onChange={(text) => onChange({ [id]: text })}
              error={problems[id]}
            />
          ))}
        </div>
      </fieldset>
    </div>
  );
}
