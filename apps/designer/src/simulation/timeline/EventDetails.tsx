import type { SimEvent } from '@tandem/api';
import type { Json } from '@tandem/journey';
import { isSealed } from '@tandem/nodes';
import { FlaskConical, GitFork } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { Code } from '../../callbacks/index.ts';
import { runCommand } from '../../commands/index.ts';
import { Button } from '../../components/index.ts';
import { AnswerCall } from '../control/AnswerCall.tsx';
import { holdsSealed, shortKey } from '../derive/nodeState.ts';
import { useScene, useSimulation } from '../hooks.ts';
import { Secret } from '../state/Secret.tsx';
import { detailsOf, valueText } from './details.ts';
import { OpenInDesigner } from './OpenInDesigner.tsx';

/** What one event read, wrote, logged, sent and chose, and why; below its line. */
export default function EventDetails({ seq }: { seq: number }) {
  const simulation = useSimulation();
  const events = useScene((scene) => scene.events);
  const event = events.find((entry) => entry.seq === seq);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what came before an event stays as it is, however the run goes on
  const details = useMemo(() => (event ? detailsOf(event, events, simulation.history()) : null), [event, simulation]);
  if (!event || !details) return null;
  const { because, assumptions, outcome, reads, writes, lost, promoted, answered, sent, data, audit, logged } = details;
  return (
    <dl className="sim-details" ref={showWhole}>
      {because ? <Item name="Why">{because}</Item> : null}
      {assumptions.map((rule) => (
        <Item key={rule} name="Assumed">
          <span className="sim-flask">
            <FlaskConical size={12} aria-hidden="true" />
            {rule}
          </span>
        </Item>
      ))}
      {outcome ? (
        <Item name="Chose">
          <strong>{outcome}</strong>
        </Item>
      ) : null}
      {reads.length > 0 ? (
        <Item name="Read">
          <Keys keys={reads} />
        </Item>
      ) : null}
      {writes.map(({ key, scope, before, after }) => (
        <Item key={`${scope} ${key}`} name="Wrote">
          <code title={key}>{shortKey(key)}</code> <span className="dim">({scope})</span>{' '}
          <Shown event={event} value={after} name={shortKey(key)} place={[scope, key]} />
          {before === undefined ? null : (
            <span className="dim">
              , before <code>{valueText(before)}</code>
            </span>
          )}
        </Item>
      ))}
      {lost.length > 0 ? (
        <Item name="Lost">
          <Keys keys={lost} /> <span className="dim">(transient state does not survive the way to the client)</span>
        </Item>
      ) : null}
      {promoted.length > 0 ? (
        <Item name="Kept">
          <Keys keys={promoted} /> <span className="dim">(in secure state, since a later node reads it)</span>
        </Item>
      ) : null}
      {answered.map(({ type, value, place }) => (
        <Item key={place.join('.')} name="Answered">
          <code>{type}</code> <Shown event={event} value={value} name={`the ${type}’s answer`} place={place} />
        </Item>
      ))}
      {sent.map(({ type, output }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the callbacks of a step keep their places
        <Item key={index} name="Sent">
          <code>{type}</code> <code className="dim">{valueText(output)}</code>
        </Item>
      ))}
      {data ? (
        <Item name="Data">
          <code>{valueText(data)}</code>
        </Item>
      ) : null}
      {logged.map((line) => (
        <Item key={line.seq} name="Logged">
          <span className="sim-level">{line.level.toLowerCase()}</span>
          {line.message}
          {line.call ? <AnswerCall prefill={line.call} /> : null}
        </Item>
      ))}
      {audit ? (
        <Item name="Audit detail">
          <code>{audit}</code>
        </Item>
      ) : null}
      {event.journey && event.node ? (
        <Item name="Node">
          <OpenInDesigner journey={event.journey} node={event.node} name={event.nodeName ?? 'the node'} />
        </Item>
      ) : null}
      <Item name="From here">
        <Button
          size="small"
          icon={<GitFork size={12} aria-hidden="true" />}
          onPress={() => {
            simulation.goTo(seq);
            runCommand('simulation.fork');
          }}
        >
          Fork here
        </Button>
      </Item>
      <Item name="Event">
        <details>
          <summary>
            {event.seq}, {event.kind}
          </summary>
          <Code>{JSON.stringify(event, null, 2)}</Code>
        </details>
      </Item>
    </dl>
  );
}

/** A value, which can be asked for where it is a secret. */
function Shown({ event, value, name, place }: { event: SimEvent; value: Json | undefined; name: string; place: readonly string[] }) {
  if (value === undefined || event.session === undefined || !holdsSealed(value)) return <code>{valueText(value)}</code>;
  return (
    <>
      {isSealed(value) ? null : <code>{valueText(value)}</code>} <Secret name={name} session={event.session} place={place} seq={event.seq} />
    </>
  );
}

/** Opened at the edge of the list, it would not be seen. */
function showWhole(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}

function Item({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Keys({ keys }: { keys: readonly string[] }) {
  return keys.map((key, index) => (
    <span key={key}>
      {index > 0 ? ', ' : ''}
      <code title={key}>{shortKey(key)}</code>
    </span>
  ));
}
