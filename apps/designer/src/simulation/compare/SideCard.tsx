import { useQuery } from '@tanstack/react-query';
import { CircleCheck, CircleDashed, CircleX, Hourglass } from 'lucide-react';
import { Link, simulationPath } from '../../app/index.ts';
import { Badge, Select } from '../../components/index.ts';
import type { Run } from '../derive/runs.ts';
import { familyQuery } from '../fork/requests.ts';
import { madeText, titleText } from '../fork/words.ts';
import { outcomesOf } from './outcome.ts';
import { ALL, type Side } from './side.ts';

const ICONS = { success: CircleCheck, failure: CircleX, waiting: Hourglass, neutral: CircleDashed };

interface SideCardProps {
  letter: 'A' | 'B';
  side: Side;
  /** The run whose outcome is told. */
  run: Run | null;
  chosen: string;
  onChoose(run: string): void;
}

/** One of the two: what it is, where it branched off, and how it ended. */
export function SideCard({ letter, side, run, chosen, onChoose }: SideCardProps) {
  const entry = useQuery(familyQuery(side.id)).data?.simulations.find(({ id }) => id === side.id);
  const parent = entry?.parent;
  return (
    <section className="cmp-side" data-letter={letter} aria-label={`Side ${letter}`}>
      <span className="cmp-letter" aria-hidden="true">
        {letter}
      </span>
      <div className="cmp-side-text">
        <h2>
          <Link href={simulationPath(side.id)}>{titleText(entry ?? { id: side.id })}</Link>
        </h2>
        <p className="dim">{parent ? `Fork at event ${parent.seq}: ${madeText(parent.changes) ?? 'nothing changed'}` : 'Not a fork'}</p>
        <ul className="cmp-outcomes" aria-label={`Outcome of ${letter}`}>
          {outcomesOf(run).map(({ label, text, tone }) => {
            const Icon = ICONS[tone];
            return (
              <li key={label}>
                <Badge tone={tone} icon={<Icon size={12} aria-hidden="true" />}>
                  {label}: {text}
                </Badge>
              </li>
            );
          })}
        </ul>
      </div>
      {side.runs.length > 1 ? (
        <Select
          label={`Run of ${letter}`}
          hideLabel
          value={chosen}
          options={[
            { value: ALL, label: 'All runs' },
            ...side.runs.map(({ id, number, main }) => ({ value: id, label: `Run ${number}`, detail: main?.journey })),
          ]}
          onChange={onChoose}
        />
      ) : null}
    </section>
  );
}
