import { diffStates } from '@tandem/engine/view';
import { FAILURE_NODE_ID, type Json, SUCCESS_NODE_ID } from '@tandem/journey';
import { useMemo, useState } from 'react';
import { Link, simulationPath } from '../../app/index.ts';
import { Switch } from '../../components/index.ts';
import { shortKey } from '../derive/nodeState.ts';
import { clockText } from '../derive/timeline.ts';
import { atMoment } from '../moment/address.ts';
import { valueText } from '../timeline/details.ts';
import { type Difference, told } from './places.ts';
import type { Side } from './side.ts';

interface StateDiffProps {
  a: Side;
  b: Side;
  moments: { a: number; b: number };
  ids: ReadonlyMap<string, string>;
}

const MOST = 200;

/** What of the state differs after the chosen events, or at the end of both. */
export function StateDiff({ a, b, moments, ids }: StateDiffProps) {
  const [atEnd, setAtEnd] = useState(false);
  const stateA = useMemo(() => stateAt(a, atEnd ? a.history.end : moments.a), [a, atEnd, moments.a]);
  const stateB = useMemo(() => stateAt(b, atEnd ? b.history.end : moments.b), [b, atEnd, moments.b]);
  const nameOf = useMemo(() => nodeNames(a, b), [a, b]);
  const differences = useMemo(() => told(diffStates(stateA, stateB, ids), stateA, stateB, nameOf), [stateA, stateB, ids, nameOf]);
  return (
    <section className="cmp-state" aria-label="Differences of the state">
      <header>
        <h2 className="caps">State</h2>
        <span className="dim" role="status">
          {differences.length === 0 ? 'alike' : `${differences.length} ${differences.length === 1 ? 'difference' : 'differences'}`}
        </span>
        <span className="cmp-moments">
          <Moment letter="A" side={a} seq={stateA.seq} now={stateA.now} />
          <Moment letter="B" side={b} seq={stateB.seq} now={stateB.now} />
          <Switch label="At the end of both" isSelected={atEnd} onChange={setAtEnd} />
        </span>
      </header>
      {differences.length === 0 ? (
        <p className="dim cmp-none">After these two events both have the same state: sessions, transactions, outbox, identities.</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
        <section className="cmp-table" tabIndex={0} aria-label="Differences">
          <table>
            <thead>
              <tr>
                <th scope="col">What</th>
                <th scope="col">A</th>
                <th scope="col">B</th>
              </tr>
            </thead>
            <tbody>
              {differences.slice(0, MOST).map((difference) => (
                <DifferenceRow key={difference.key} difference={difference} />
              ))}
            </tbody>
          </table>
          {differences.length > MOST ? <p className="dim cmp-none">{differences.length - MOST} more are not listed.</p> : null}
        </section>
      )}
    </section>
  );
}

function DifferenceRow({ difference: { group, hue, name, a, b, hasA, hasB } }: { difference: Difference }) {
  return (
    <tr data-hue={hue}>
      <th scope="row">
        <span className="cmp-group">{group}</span> <code title={name}>{shortKey(name)}</code>
      </th>
      <td>
        <Value value={a} isThere={hasA} />
      </td>
      <td>
        <Value value={b} isThere={hasB} />
      </td>
    </tr>
  );
}

const LONG = 160;

function Value({ value, isThere }: { value: unknown; isThere: boolean }) {
  if (!isThere) return <span className="dim">not there</span>;
  const text = valueText(value as Json);
  if (text.length <= LONG) return <code>{text}</code>;
  return (
    <details>
      <summary>
        <code>{text.slice(0, LONG)}…</code>
      </summary>
      <code>{text}</code>
    </details>
  );
}

function Moment({ letter, side, seq, now }: { letter: string; side: Side; seq: number; now: number }) {
  const href = atMoment(new URL(simulationPath(side.id), location.href).href, seq);
  return (
    <Link className="numeric" href={href}>
      {letter} at {clockText(now)}, event {seq}
    </Link>
  );
}

const ENDS = [
  [SUCCESS_NODE_ID, 'Success'],
  [FAILURE_NODE_ID, 'Failure'],
] as const;

/** Names of nodes as the logs tell them; no log tells those of the ends. */
function nodeNames(a: Side, b: Side): (node: string) => string {
  const names = new Map<string, string>(ENDS);
  for (const { node, nodeName } of [...a.events, ...b.events]) if (node && nodeName) names.set(node, nodeName);
  return (node) => names.get(node) ?? node;
}

function stateAt({ history }: Side, seq: number) {
  return history.at(Math.min(Math.max(seq, history.start), history.end));
}
