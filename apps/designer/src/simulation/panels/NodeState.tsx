import { Lock } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Code } from '../../callbacks/index.ts';
import { Badge, EmptyState, Segmented } from '../../components/index.ts';
import { fullValue, isInstant, type StateRow, shortKey, shortValue, stateRows } from '../derive/nodeState.ts';
import { clockText } from '../derive/timeline.ts';
import { useScene } from '../hooks.ts';

/** Characters that fit beside the writer's name; longer values unfold. */
const ONE_LINE = 24;

type Side = 'main' | 'backchannel';
const SIDES = [
  { value: 'main', label: 'Main' },
  { value: 'backchannel', label: 'Backchannel' },
] as const;

/**
 * Node state of the two sessions on screen, at the moment on screen.
 *
 * @param alone nothing can run on the backchannel: there is one session
 */
export function NodeState({ alone }: { alone: boolean }) {
  const [wanted, setSide] = useState<Side>('main');
  const side = alone ? 'main' : wanted;
  const session = useScene((scene) => scene[side]);
  const all = useScene((scene) => scene.events);
  const seq = useScene((scene) => scene.seq);
  const rows = useMemo(() => {
    if (!session) return [];
    return stateRows(session, seq === null ? all : all.filter((event) => event.seq <= seq));
  }, [session, all, seq]);
  return (
    <div className="sim-state">
      <div className="sim-state-head">
        {alone ? null : <Segmented<Side> label="Session" hideLabel options={SIDES} value={side} onChange={setSide} />}
        {session ? (
          <span className="dim numeric">
            {rows.length} {rows.length === 1 ? 'key' : 'keys'}
          </span>
        ) : null}
      </div>
      {session ? (
        <ul className="sim-rows">
          {rows.map((row) => (
            <Row key={`${row.scope} ${row.key}`} row={row} />
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

function Row({ row }: { row: StateRow }) {
  const { value } = row;
  const long = typeof value === 'object' && value !== null ? Object.keys(value).length > 0 : JSON.stringify(value).length > ONE_LINE;
  return (
    <li className="sim-row" data-fresh={row.fresh || undefined}>
      <div className="sim-row-line">
        <code className="sim-key" title={row.key}>
          {shortKey(row.key)}
        </code>
        <Badge tone="neutral">{row.scope}</Badge>
      </div>
      <div className="sim-row-line">
        <div className="sim-value">
          {row.sealed ? (
            <span className="sim-sealed">
              <Lock size={12} aria-hidden="true" />
              sealed
            </span>
          ) : long ? (
            <details>
              <summary>
                <code>{shortValue(value)}</code>
              </summary>
              <Code>{fullValue(value)}</Code>
            </details>
          ) : (
            <code title={isInstant(row) ? String(value) : undefined}>{isInstant(row) ? clockText(Number(value)) : shortValue(value)}</code>
          )}
        </div>
        {row.by ? (
          <span className="sim-by" title={row.by}>
            by {row.by}
          </span>
        ) : null}
        {row.fresh ? <span className="visually-hidden">written by the newest step</span> : null}
      </div>
    </li>
  );
}
