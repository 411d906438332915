import type { RealmGap } from '@tandem/nodes';
import { FlaskConical } from 'lucide-react';
import { memo } from 'react';
import { Link, realmScreenPath } from '../../app/index.ts';
import { shortKey } from '../derive/nodeState.ts';
import { clockText, type Line } from '../derive/timeline.ts';
import { useLive } from '../hooks.ts';
import { SimulateAgain } from '../SimulateAgain.tsx';
import { iconOf } from './icons.ts';

const HUES = { main: 'Main', backchannel: 'Backchannel', transaction: 'Transaction', neutral: '' } as const;

/** One event: time, what happened, what it wrote, and why. */
export const EventLine = memo(function EventLine({ line }: { line: Line }) {
  const Icon = iconOf(line.kind);
  const level = line.level?.toLowerCase();
  return (
    <li className="sim-event" data-hue={line.hue} data-level={level}>
      <time className="numeric" dateTime={new Date(line.at).toISOString()}>
        {clockText(line.at)}
      </time>
      <span className="sim-event-icon">
        <Icon size={13} aria-hidden="true" />
        <span className="visually-hidden">{HUES[line.hue]} </span>
      </span>
      <span className="sim-event-text">
        {level ? <span className="sim-level">{line.fromScript ? `script log: ${level}` : level}</span> : null}
        {line.text}
        {line.wrote.length > 0 ? (
          <>
            {' '}
            and wrote{' '}
            {line.wrote.map((key, index) => (
              <span key={key}>
                {index > 0 ? ', ' : ''}
                <code title={key}>{shortKey(key)}</code>
              </span>
            ))}
          </>
        ) : null}
        {line.audit !== null ? (
          <>
            {' '}
            with the audit detail <code title={line.audit}>{line.audit.length > 80 ? `${line.audit.slice(0, 80)}…` : line.audit}</code>
          </>
        ) : null}
        {line.gap ? <Gap gap={line.gap} said={line.text} /> : null}
        {line.level && line.where ? <span className="dim"> · {line.where}</span> : null}
      </span>
      <span className="sim-because">
        {line.assumptions.length > 0 ? (
          <span className="sim-flask" title={line.assumptions.join('\n')}>
            <FlaskConical size={12} aria-hidden="true" />
            assumed
          </span>
        ) : null}
        {line.byHand ? <span className="sim-by-hand">by hand</span> : null}
        <Reason line={line} />
      </span>
    </li>
  );
});

/** Beside "assumed" stand the rules that are: a recorded one would read as if it were in doubt. It is told with them on demand. */
function Reason({ line: { assumptions, because } }: { line: Line }) {
  const text = assumptions.length > 0 ? assumptions.join(' ') : because;
  if (!text) return null;
  const more = because && !assumptions.includes(because) ? [because] : [];
  return <span title={assumptions.length > 0 ? [...assumptions, ...more].join('\n') : text}>{text}</span>;
}

/** What the realm lacks, and where it is added. A simulation runs a copy of its realm, so another one has to be started then. */
function Gap({ gap, said }: { gap: RealmGap; said: string }) {
  const realm = useLive((state) => state.realm);
  const isSaid = said.toLowerCase().includes(gap.text.toLowerCase());
  return (
    <span className="sim-gap">
      {isSaid ? ' ' : ` ${gap.text} `}
      <Link className="sim-gap-link" href={`${realmScreenPath(realm, gap.section)}${gap.prefill ? `?${new URLSearchParams(gap.prefill)}` : ''}`}>
        Add it to the realm
      </Link>
      , then <SimulateAgain />
    </span>
  );
}
