import { Plus } from 'lucide-react';
import { useState } from 'react';
import { EmptyState, IconButton, Segmented } from '../../components/index.ts';
import { shortKey } from '../derive/nodeState.ts';
import { usePast, useScene } from '../hooks.ts';
import { EditValue } from './later.tsx';
import { StateRowView } from './StateRowView.tsx';
import { useStateRows } from './useStateRows.ts';
import { Watches } from './Watches.tsx';

type Side = 'main' | 'backchannel';
const SIDES = [
  { value: 'main', label: 'Main' },
  { value: 'backchannel', label: 'Backchannel' },
] as const;

/**
 * Node state of the two sessions on screen, at the moment on screen: values, where they come from, and what the newest step did to them.
 *
 * @param alone nothing can run on the backchannel: there is one session
 */
export function NodeState({ alone }: { alone: boolean }) {
  const [wanted, setSide] = useState<Side>('main');
  const [adding, setAdding] = useState(false);
  const side = alone ? 'main' : wanted;
  const session = useScene((scene) => scene[side]);
  const past = usePast();
  const { rows, lost } = useStateRows(side);
  const editable = session === null || past || session.status.kind === 'ended' ? null : session.id;
  const count = rows.filter(({ change }) => change?.kind !== 'removed').length;
  return (
    <div className="sim-state">
      <div className="sim-state-head">
        {alone ? null : <Segmented<Side> label="Session" hideLabel options={SIDES} value={side} onChange={setSide} />}
        {session ? (
          <span className="dim numeric">
            {count} {count === 1 ? 'key' : 'keys'}
          </span>
        ) : null}
        {editable === null ? null : (
          <IconButton size="small" label="Add a key" icon={<Plus size={14} aria-hidden="true" />} onPress={() => setAdding(!adding)} />
        )}
      </div>
      <Watches side={side} />
      {adding && editable !== null ? <EditValue session={editable} of={null} onDone={() => setAdding(false)} /> : null}
      {lost.length > 0 ? (
        <p className="sim-lost-keys">
          Lost on the way to the client:{' '}
          {lost.map((key, index) => (
            <span key={key}>
              {index > 0 ? ', ' : ''}
              <code title={key}>{shortKey(key)}</code>
            </span>
          ))}
          . Transient state does not survive it.
        </p>
      ) : null}
      {session ? (
        <ul className="sim-rows">
          {rows.map((row) => (
            <StateRowView key={`${row.scope} ${row.key}`} row={row} session={session.id} editable={editable} />
          ))}
        </ul>
      ) : (
        <EmptyState title="No node state yet">
          {side === 'main' ? 'It appears when the main journey is started.' : 'It appears when the backchannel journey is opened in the phone.'}
        </EmptyState>
      )}
    </div>
  );
}
