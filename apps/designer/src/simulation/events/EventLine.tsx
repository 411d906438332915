import { FlaskConical } from 'lucide-react';
import { memo } from 'react';
import { AnswerCall } from '../control/AnswerCall.tsx';
import { shortKey } from '../derive/nodeState.ts';
import { clockText, type Line } from '../derive/timeline.ts';
import { Gap } from './Gap.tsx';
import { iconOf } from './icons.ts';

const HUES = { main: 'Main', backchannel: 'Backchannel', transaction: 'Transaction', neutral: '' } as const;

/** One event: time, what happened, what it wrote, and why. */
export const EventLine = memo(function EventLine({ line }: { line: Line }) {
  const Icon = iconOf(line.kind);
  const level = line.level?.toLowerCase();
  return (
    <>
      <time className="numeric" dateTime={new Date(line.at).toISOString()}>
        {clockText(line.at)}
      </time>
      <span className="sim-event-icon">
        <Icon size={13} aria-hidden="true" />
        <span className="visually-hidden">{HUES[line.hue]} </span>
      </span>
      <span className="sim-event-text">
        {level ? <span className="sim-level">{line.fromScript ? `script log: ${level}` : level}</span> : null}
        <What line={line} />
        {line.audit !== null ? (
          <>
            {' '}
            with the audit detail <code title={line.audit}>{line.audit.length > 80 ? `${line.audit.slice(0, 80)}…` : line.audit}</code>
          </>
        ) : null}
        {line.gap ? <Gap gap={line.gap} said={line.text} /> : null}
        {line.call ? (
          <>
            {' '}
            <AnswerCall prefill={line.call} />
          </>
        ) : null}
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
    </>
  );
});

/** What happened and what was written: it is the node that writes, before its outcome leads on. */
function What({ line: { kind, text, where, wrote } }: { line: Line }) {
  // An edit by hand says itself which key.
  if (wrote.length === 0 || kind === 'state-edited') return text;
  const keys = wrote.map((key, index) => (
    <span key={key}>
      {index > 0 ? ', ' : ''}
      <code title={key}>{shortKey(key)}</code>
    </span>
  ));
  const chose = `${where} chose `;
  return text.startsWith(chose) ? (
    <>
      {where} wrote {keys} and chose {text.slice(chose.length)}
    </>
  ) : (
    <>
      {text} and wrote {keys}
    </>
  );
}

/** Beside "assumed" stand the rules that are: a recorded one would read as if it were in doubt. It is told with them on demand. */
function Reason({ line: { assumptions, because } }: { line: Line }) {
  const text = assumptions.length > 0 ? assumptions.join(' ') : because;
  if (!text) return null;
  const more = because && !assumptions.includes(because) ? [because] : [];
  return <span title={assumptions.length > 0 ? [...assumptions, ...more].join('\n') : text}>{text}</span>;
}
