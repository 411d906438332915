import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { Code } from '../../callbacks/index.ts';
import { Badge, IconButton } from '../../components/index.ts';
import { fullValue, holdsSealed, isInstant, type StateRow, shortKey, shortValue } from '../derive/nodeState.ts';
import type { Touch } from '../derive/provenance.ts';
import { clockText } from '../derive/timeline.ts';
import { useScene, useSimulation } from '../hooks.ts';
import { valueText } from '../timeline/details.ts';
import { EditValue } from './later.tsx';
import { Secret } from './Secret.tsx';

/** Characters that fit beside the writer's name; longer values unfold. */
const ONE_LINE = 24;

interface StateRowProps {
  row: StateRow;
  session: string;
  /** Session whose state can be changed now; null at a moment before now, and once it has ended. */
  editable: string | null;
}

/** One key: its value, who wrote it and who read it, and what the newest step did to it. */
export function StateRowView({ row, session, editable }: StateRowProps) {
  const [editing, setEditing] = useState(false);
  const { change } = row;
  const gone = change?.kind === 'removed';
  return (
    <li className="sim-row" data-change={change?.kind}>
      <div className="sim-row-line">
        <code className="sim-key" title={row.key}>
          {shortKey(row.key)}
        </code>
        {editable !== null && !gone ? (
          <IconButton
            size="small"
            label={`Edit ${shortKey(row.key)}`}
            icon={<Pencil size={12} aria-hidden="true" />}
            onPress={() => setEditing(!editing)}
          />
        ) : null}
        <Badge tone="neutral">{row.scope}</Badge>
      </div>
      {editing && editable !== null ? (
        <EditValue session={editable} of={row} onDone={() => setEditing(false)} />
      ) : (
        <div className="sim-row-line">
          <div className="sim-value">{gone ? <span className="dim">removed</span> : <Value row={row} session={session} />}</div>
          {row.writer ? <Place touch={row.writer} verb="by" /> : null}
        </div>
      )}
      {change && change.kind !== 'added' ? (
        <p className="sim-was dim">
          was <code>{shorten(valueText(change.before))}</code>
        </p>
      ) : null}
      {row.readers.length > 0 ? (
        <p className="sim-readers">
          {row.readers.slice(-4).map((touch, index) => (
            <Place key={touch.by} touch={touch} verb={index === 0 ? 'read by' : '·'} />
          ))}
        </p>
      ) : null}
      {change ? <span className="visually-hidden">{change.kind} by the newest step</span> : null}
    </li>
  );
}

const shorten = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text);

/** A node that touched the key; leads to that moment. */
function Place({ touch, verb }: { touch: Touch; verb: string }) {
  const { goTo } = useSimulation();
  return (
    <span className="sim-by">
      {verb}{' '}
      <button type="button" className="sim-plain" title={`${touch.by}: go to event ${touch.seq}`} onClick={() => goTo(touch.seq)}>
        {touch.by}
      </button>
    </span>
  );
}

function Value({ row, session }: { row: StateRow; session: string }) {
  const { value } = row;
  const seq = useScene((scene) => scene.seq);
  const secret = <Secret key={`${seq} ${row.writer?.seq}`} name={shortKey(row.key)} session={session} place={[row.scope, row.key]} seq={seq} />;
  if (row.sealed) return secret;
  const long = typeof value === 'object' && value !== null ? Object.keys(value).length > 0 : JSON.stringify(value).length > ONE_LINE;
  if (!long) return <code title={isInstant(row) ? String(value) : undefined}>{isInstant(row) ? clockText(Number(value)) : shortValue(value)}</code>;
  return (
    <details>
      <summary>
        <code>{shortValue(value)}</code>
      </summary>
      <Code>{fullValue(value)}</Code>
      {holdsSealed(value) ? secret : null}
    </details>
  );
}
