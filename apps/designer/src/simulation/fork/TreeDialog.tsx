import type { SimulationListEntry } from '@tandem/api';
import { useQuery } from '@tanstack/react-query';
import { CircleCheck, CircleX, Columns2, Hourglass } from 'lucide-react';
import { comparePath, Link, simulationPath } from '../../app/index.ts';
import { Badge, Dialog, ErrorBox, Skeleton } from '../../components/index.ts';
import { familyQuery } from './requests.ts';
import { type Branch, treesOf } from './tree.ts';
import { madeText, titleText } from './words.ts';

/** Parents, children and theirs: where each branched off, with what, and how it ended. */
export default function TreeDialog({ id, onClose }: { id: string; onClose(): void }) {
  const { data, error, refetch } = useQuery(familyQuery(id));
  const trees = data ? treesOf(data.simulations) : [];
  return (
    <Dialog title="Tree of forks" size="wide" isOpen onClose={onClose}>
      {error ? <ErrorBox title="The forks could not be read" error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Skeleton label="Reading the forks" lines={3} /> : null}
      {data?.simulations.length === 1 ? (
        <p className="dim">This simulation has no forks yet. Step back to a moment and choose Fork here: it goes on from there in another way.</p>
      ) : null}
      <Branches branches={trees} current={id} />
    </Dialog>
  );
}

interface BranchesProps {
  branches: readonly Branch[];
  current: string;
}

function Branches({ branches, current }: BranchesProps) {
  if (branches.length === 0) return null;
  return (
    <ul className="fork-tree">
      {branches.map(({ simulation, children }) => (
        <li key={simulation.id}>
          <Entry simulation={simulation} current={current} />
          <Branches branches={children} current={current} />
        </li>
      ))}
    </ul>
  );
}

const ENDS = {
  succeeded: { tone: 'success', Icon: CircleCheck },
  failed: { tone: 'failure', Icon: CircleX },
  running: { tone: 'waiting', Icon: Hourglass },
} as const;

function Entry({ simulation, current }: { simulation: SimulationListEntry; current: string }) {
  const { id, parent, outcome, createdAt } = simulation;
  const isHere = id === current;
  const end = outcome ? ENDS[outcome] : null;
  return (
    <div className="fork-entry" data-here={isHere || undefined} aria-current={isHere ? 'page' : undefined}>
      <span className="fork-entry-text">
        {isHere ? <strong>{titleText(simulation)}</strong> : <Link href={simulationPath(id)}>{titleText(simulation)}</Link>}
        <span className="dim">
          {parent ? `at event ${parent.seq}, ${madeText(parent.changes) ?? 'nothing changed'}` : 'the first of them'} ·{' '}
          <time dateTime={createdAt}>{new Date(createdAt).toLocaleString()}</time>
        </span>
      </span>
      {isHere ? <Badge tone="accent">You are here</Badge> : null}
      {end ? (
        <Badge tone={end.tone} icon={<end.Icon size={12} aria-hidden="true" />}>
          {outcome}
        </Badge>
      ) : null}
      {isHere ? null : (
        <Link className="sim-link" href={comparePath(parent?.id === current ? current : id, parent?.id === current ? id : current)}>
          <Columns2 size={14} aria-hidden="true" />
          Compare
        </Link>
      )}
    </div>
  );
}
