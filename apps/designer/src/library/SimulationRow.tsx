import type { SimulationListEntry } from '@tandem/api';
import { Pencil, Trash2 } from 'lucide-react';
import { Link, simulationPath } from '../app/index.ts';
import { IconButton } from '../components/index.ts';
import { simulationTitle } from '../runs/title.ts';
import { changedAt } from './pairs.ts';

interface SimulationRowProps {
  simulation: SimulationListEntry;
  onRename(): void;
  onDelete(): void;
}

export function SimulationRow({ simulation, onRename, onDelete }: SimulationRowProps) {
  const { title, about } = simulationTitle(simulation);
  const at = new Date(simulation.createdAt).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <li className="simulation-row">
      <Link href={simulationPath(simulation.id)} className="journey-name">
        {title}
      </Link>
      <span className="dim">{about}</span>
      <time className="journey-time numeric" dateTime={simulation.createdAt}>
        {`${at} · ${changedAt(simulation.createdAt, Date.now())}`}
      </time>
      <span className="simulation-actions">
        <IconButton size="small" label={`Rename ${title} of ${at}`} icon={<Pencil size={15} aria-hidden="true" />} onPress={onRename} />
        <IconButton size="small" label={`Delete ${title} of ${at}`} icon={<Trash2 size={15} aria-hidden="true" />} onPress={onDelete} />
      </span>
    </li>
  );
}
