import type { SimulationState } from '@tandem/engine/view';
import type { StateScope } from '@tandem/nodes';
import { ComboBox, Segmented, Select, Switch, TextField } from '../../components/index.ts';
import { fullValue } from '../derive/nodeState.ts';
import type { Draft } from './drafts.ts';

interface StatePartProps {
  draft: Extract<Draft, { kind: 'state' }>;
  state: SimulationState;
  onChange(draft: Draft): void;
}

const SCOPES = (['shared', 'transient', 'secure'] as const).map((value) => ({ value, label: value }));
const SIDES = { main: 'Main journey', backchannel: 'Backchannel journey' } as const;

/** A key of node state with another value, or gone. */
export function StatePart({ draft, state, onChange }: StatePartProps) {
  const sessions = Object.values(state.sessions).filter(({ status }) => status.kind !== 'ended');
  const held = state.sessions[draft.session]?.[draft.scope] ?? {};
  const choose = (key: string) => {
    const known = Object.hasOwn(held, key) ? held[key] : undefined;
    const isSecret = known !== undefined && fullValue(known).includes('"sealed"');
    // A key that is there shows what stands in it, unless somebody has typed.
    const text = draft.text !== '' || known === undefined || isSecret ? draft.text : typeof known === 'string' ? known : fullValue(known);
    onChange({ ...draft, key, text });
  };
  return (
    <div className="fork-fields">
      {sessions.length > 1 ? (
        <Select
          label="Session"
          options={sessions.map(({ id, role, journey }) => ({ value: id, label: SIDES[role], detail: journey }))}
          value={draft.session}
          onChange={(session) => onChange({ ...draft, session })}
        />
      ) : null}
      <Segmented label="Scope" options={SCOPES} value={draft.scope} onChange={(scope) => onChange({ ...draft, scope: scope as StateScope })} />
      <ComboBox label="Key" allowsCustom options={Object.keys(held).map((key) => ({ value: key, label: key }))} value={draft.key} onChange={choose} />
      <Switch label="Remove it" isSelected={draft.isRemoved} onChange={(isRemoved) => onChange({ ...draft, isRemoved })} />
      {draft.isRemoved ? null : (
        <TextField label="Value" help="JSON, or a text" mono rows={3} value={draft.text} onChange={(text) => onChange({ ...draft, text })} />
      )}
    </div>
  );
}
