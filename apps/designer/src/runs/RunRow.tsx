import type { SimulationListEntry } from '@tandem/api';
import { CircleCheck, CircleDashed, CircleX, GitFork, Pencil, Pin, Trash2 } from 'lucide-react';
import { Link, simulationPath } from '../app/index.ts';
import { Badge, IconButton, type Tone } from '../components/index.ts';
import { changedAt } from '../library/pairs.ts';
import { NameField } from './NameField.tsx';
import { simulationTitle } from './title.ts';

const OUTCOME = {
  succeeded: { tone: 'success', icon: CircleCheck, text: 'Succeeded' },
  failed: { tone: 'failure', icon: CircleX, text: 'Failed' },
  running: { tone: 'waiting', icon: CircleDashed, text: 'Not ended' },
} as const satisfies Record<string, { tone: Tone; icon: typeof CircleX; text: string }>;

interface RunRowProps {
  run: SimulationListEntry;
  isChosen: boolean;
  isNaming: boolean;
  /** The server has not answered yet whether it is kept. */
  isBusy: boolean;
  onChoose(on: boolean): void;
  onName(): void;
  onNamed(name: string): Promise<void>;
  onNameLeft(): void;
  onKeep(kept: boolean): void;
  onDelete(): void;
}

/** One simulation: what it is called, what ran in it, how that ended, where it comes from, whether it is kept. */
export function RunRow({ run, isChosen, isNaming, isBusy, onChoose, onName, onNamed, onNameLeft, onKeep, onDelete }: RunRowProps) {
  const { title, about } = simulationTitle(run);
  const at = new Date(run.createdAt).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
  const which = `${title} of ${at}`;
  const outcome = run.outcome && OUTCOME[run.outcome];
  const kept = run.kept === true;
  return (
    <li className="run-row" data-run={run.id} data-chosen={isChosen || undefined}>
      <label className="run-choose">
        <input type="checkbox" checked={isChosen} onChange={({ target }) => onChoose(target.checked)} aria-label={`Choose ${which}`} />
      </label>
      <div className="run-main">
        {isNaming ? (
          <NameField run={run} onSubmit={onNamed} onLeave={onNameLeft} />
        ) : (
          <Link href={simulationPath(run.id)} className="run-name">
            {title}
          </Link>
        )}
        <span className="run-about dim">
          {about}
          {kept || run.name !== undefined ? <span>{kept ? 'Kept by its pin' : 'Kept by its name'}</span> : null}
          {run.parent ? <Parent parent={run.parent} /> : null}
        </span>
      </div>
      <span className="run-outcome">
        {outcome ? (
          <Badge tone={outcome.tone} icon={<outcome.icon size={12} aria-hidden="true" />}>
            {outcome.text}
          </Badge>
        ) : null}
      </span>
      <time className="run-time dim numeric" dateTime={run.createdAt} title={at}>
        {changedAt(run.createdAt, Date.now())}
      </time>
      <span className="run-actions">
        <IconButton
          size="small"
          label={`Keep ${which}`}
          pressed={kept}
          isIdle={isBusy}
          icon={<Pin size={15} fill={kept ? 'currentColor' : 'none'} aria-hidden="true" />}
          onPress={() => onKeep(!kept)}
        />
        <IconButton size="small" label={`Rename ${which}`} icon={<Pencil size={15} aria-hidden="true" />} onPress={onName} />
        <IconButton size="small" label={`Delete ${which}`} icon={<Trash2 size={15} aria-hidden="true" />} onPress={onDelete} />
      </span>
    </li>
  );
}

function Parent({ parent }: { parent: NonNullable<SimulationListEntry['parent']> }) {
  const { id, seq, title } = parent;
  return (
    <span className="run-parent">
      <GitFork size={13} aria-hidden="true" />
      {'Fork of '}
      {title === undefined ? 'a simulation that is deleted' : <Link href={`${simulationPath(id)}?moment=${seq}`}>{title}</Link>}
      {` at event ${seq}`}
    </span>
  );
}
