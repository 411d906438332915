import type { Parent } from '@tandem/api';
import { useQuery } from '@tanstack/react-query';
import { Columns2, GitBranch, GitFork, X } from 'lucide-react';
import { useState } from 'react';
import { comparePath, Link, simulationPath } from '../../app/index.ts';
import { useShortcut } from '../../commands/index.ts';
import { Button, IconButton } from '../../components/index.ts';
import { clockText } from '../derive/timeline.ts';
import { useSimulation } from '../hooks.ts';
import { atMoment } from '../moment/address.ts';
import { familyQuery } from './requests.ts';
import { forget, type Told, toldOf } from './told.ts';
import { madeText, titleText } from './words.ts';

/** Where a fork comes from, what of its parent it was given, and the ways to both. */
export function ForkBar({ parent, onTree }: { parent: Parent; onTree(): void }) {
  const { id } = useSimulation();
  const [told, setTold] = useState(() => toldOf(id));
  const family = useQuery(familyQuery(id)).data?.simulations;
  const treeKey = useShortcut('simulation.forks');
  const above = family?.find((one) => one.id === parent.id);
  const made = madeText(parent.changes);
  const from = atMoment(new URL(simulationPath(parent.id), location.href).href, parent.seq);
  return (
    <section className="fork-bar" aria-label="Fork">
      <GitFork size={15} aria-hidden="true" />
      <span className="fork-bar-text">
        Forked{' '}
        {above ? (
          <>
            from <Link href={from}>{titleText(above)}</Link>
          </>
        ) : family ? (
          'from a simulation that is gone'
        ) : null}{' '}
        at event {parent.seq}
        {made ? <strong>, {made}</strong> : ', nothing changed'}
        {told ? <Given told={told} /> : null}
      </span>
      <span className="fork-bar-ways">
        {above ? (
          <Link className="sim-link" href={comparePath(parent.id, id)}>
            <Columns2 size={14} aria-hidden="true" />
            Compare with the parent
          </Link>
        ) : null}
        <Button size="small" kind="quiet" icon={<GitBranch size={14} aria-hidden="true" />} shortcut={treeKey} onPress={onTree}>
          Tree of forks
        </Button>
        {told ? (
          <IconButton
            size="small"
            label="Do not say what was given again"
            icon={<X size={14} aria-hidden="true" />}
            onPress={() => {
              forget(id);
              setTold(null);
            }}
          />
        ) : null}
      </span>
    </section>
  );
}

/** What of the later inputs was given again, and what not, and why. */
function Given({ told: { replayed, dropped, exact } }: { told: Told }) {
  return (
    <span role="status">
      {'. '}
      {replayed === 0 && dropped.length === 0 ? 'No later input was given again.' : `${counted(replayed)} given again.`}
      {exact ? '' : ' The realm has changed since the run, so it may differ from there by itself.'}
      {dropped.length > 0 ? (
        <details className="fork-dropped">
          <summary>{dropped.length === 1 ? '1 was not' : `${dropped.length} were not`}</summary>
          <ul>
            {dropped.map(({ at, kind, why }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
              <li key={index}>
                <time className="numeric">{clockText(Date.parse(at))}</time> {INPUTS[kind] ?? kind}: {why}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </span>
  );
}

const counted = (count: number): string => (count === 0 ? 'No later input was' : count === 1 ? '1 later input was' : `${count} later inputs were`);

const INPUTS: Readonly<Record<string, string>> = {
  start: 'a start',
  answer: 'an answer',
  resume: 'a link that was opened',
  message: 'the answer to a push',
  edit: 'an edit of node state',
  continue: 'a step over a breakpoint',
  clock: 'a move of the clock',
  logout: 'a logout',
  access: 'an access',
};
