import { type ReactNode, useState } from 'react';
import { remainingText } from '../../callbacks/index.ts';
import { type Axis, axisOf, eventTimesReader, marksOf, percent, ticksOf } from '../derive/axis.ts';
import { useLiveNow, useScene } from '../hooks.ts';
import { Scrubber } from '../moment/Scrubber.tsx';

/**
 * When what happened and when what is due, in three lanes; in one where nothing can run on the backchannel. The event list says the same in words.
 */
export function TimeAxis({ alone }: { alone: boolean }) {
  const now = useLiveNow();
  const events = useScene((scene) => scene.events);
  const [read] = useState(eventTimesReader);
  const times = read(events);
  const run = useScene((scene) => scene.nowRun);
  if (!run) return <p className="sim-axis-empty dim">The time axis starts with the first run.</p>;
  const axis = axisOf({ times, startedAt: run.startedAt, now, main: run.main, backchannels: run.backchannels, transactions: run.transactions });
  const begun = `Time axis: ${axis.main.polls.length} answers in the main journey`;
  const others = `${many(axis.transactions.length, 'transaction')}, ${many(axis.backchannel.visits.length, 'visit')} on the backchannel`;
  const label = `${[begun, ...(alone ? [] : [others])].join(', ')}, ${remainingText(now - run.startedAt)} since the start`;
  return (
    <div className="sim-axis" data-alone={alone || undefined}>
      <p className="visually-hidden">{label}</p>
      <Lane name="Main" hue="main">
        {marksOf(axis, axis.main.visits).map((left) => (
          <i key={left} className="sim-dot" style={{ left: `${left}%` }} />
        ))}
        {marksOf(axis, axis.main.polls).map((left) => (
          <i key={left} className="sim-tick" style={{ left: `${left}%` }} />
        ))}
        <Due axis={axis} at={axis.main.due} text="poll due" />
      </Lane>
      {alone ? null : (
        <>
          <Lane name="Transaction" hue="transaction">
            {axis.transactions.map((entry) => (
              <TransactionBar key={entry.id} axis={axis} entry={entry} />
            ))}
          </Lane>
          <Lane name="Backchannel" hue="backchannel">
            {axis.backchannel.spans.map(({ id, ...span }) => (
              <Bar key={id} axis={axis} {...span} />
            ))}
            {marksOf(axis, axis.backchannel.visits).map((left) => (
              <i key={left} className="sim-dot" style={{ left: `${left}%` }} />
            ))}
            <Due axis={axis} at={axis.backchannel.due} text="answer due" />
          </Lane>
        </>
      )}
      <div className="sim-axis-scale">
        <span />
        <span className="sim-axis-track">
          {ticksOf(axis).map((at) => (
            <span
              key={at}
              className="sim-scale numeric"
              aria-hidden="true"
              data-last={percent(axis, at) > 97 || undefined}
              style={{ left: `${percent(axis, at)}%` }}
            >
              {secondsText(at - axis.from)}
            </span>
          ))}
          <i className="sim-now-line" style={{ left: `${percent(axis, now)}%` }} />
          <Scrubber from={axis.from} to={axis.to} />
        </span>
      </div>
    </div>
  );
}

/** Right of here, words beside a mark would not fit. */
const LATE = 88;
const late = (axis: Axis, at: number) => percent(axis, at) > LATE || undefined;

function secondsText(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

function Lane({ name, hue, children }: { name: string; hue: string; children: ReactNode }) {
  return (
    <div className="sim-lane" data-hue={hue} aria-hidden="true">
      <span className="sim-lane-name">{name}</span>
      <span className="sim-axis-track sim-lane-track">{children}</span>
    </div>
  );
}

function Bar({ axis, from, to, kind }: { axis: Axis; from: number; to: number; kind?: string }) {
  const left = percent(axis, from);
  return <i className="sim-bar" data-kind={kind} style={{ left: `${left}%`, width: `${Math.max(0.2, percent(axis, to) - left)}%` }} />;
}

function TransactionBar({ axis, entry }: { axis: Axis; entry: Axis['transactions'][number] }) {
  return (
    <>
      <Bar axis={axis} from={entry.created} to={entry.started ?? entry.end} kind="created" />
      {entry.started === null ? null : <Bar axis={axis} from={entry.started} to={entry.end} kind="started" />}
      {entry.result === 'open' || entry.result === 'expired' ? (
        <span
          className="sim-deadline"
          data-result={entry.result}
          data-late={late(axis, entry.deadline)}
          style={{ left: `${percent(axis, entry.deadline)}%` }}
        >
          <span>{entry.result === 'expired' ? 'Max Time passed' : 'Max Time'}</span>
        </span>
      ) : (
        <span className="sim-result" data-result={entry.result} data-late={late(axis, entry.end)} style={{ left: `${percent(axis, entry.end)}%` }}>
          {entry.result === 'approved' ? '✓' : '✕'} {entry.result}
        </span>
      )}
    </>
  );
}

function Due({ axis, at, text }: { axis: Axis; at: number | null; text: string }) {
  return at === null ? null : (
    <span className="sim-due" data-late={late(axis, at)} style={{ left: `${percent(axis, at)}%` }}>
      {text}
    </span>
  );
}

const many = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;
