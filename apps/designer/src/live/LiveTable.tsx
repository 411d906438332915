import '../realm/parts/table.css';
import type { Live, LiveRun } from '@tandem/api';
import { CircleCheck, CircleX, Copy, LoaderCircle, Search } from 'lucide-react';
import { memo, useState } from 'react';
import { Link, navigate, simulationPath } from '../app/index.ts';
import { Badge, Button, ErrorBox, TextField } from '../components/index.ts';
import { copyAt } from './api.ts';

const OUTCOMES = {
  running: { tone: 'waiting', text: 'Running', icon: LoaderCircle },
  succeeded: { tone: 'success', text: 'Succeeded', icon: CircleCheck },
  failed: { tone: 'failure', text: 'Failed', icon: CircleX },
} as const;
/** More rows at once make a slow page. */
const AT_ONCE = 100;

/** The runs of a live realm, newest first. */
export function LiveTable({ live: { id, runs } }: { live: Live }) {
  const [wanted, setWanted] = useState('');
  const [count, setCount] = useState(AT_ONCE);
  const [copying, setCopying] = useState<string | null>(null);
  const [failure, setFailure] = useState<{ run: LiveRun; error: unknown } | null>(null);
  const words = wanted.trim().toLowerCase();
  const found = words === '' ? runs : runs.filter(({ journey, user, player }) => `${journey} ${user} ${player}`.toLowerCase().includes(words));
  const copy = async (run: LiveRun) => {
    setCopying(run.run);
    setFailure(null);
    try {
      const fork = await copyAt(id, run.to);
      navigate(simulationPath(fork.id, run.journey));
    } catch (error) {
      setFailure({ run, error });
      setCopying(null);
    }
  };
  return (
    <>
      <TextField
        label="Search the runs"
        hideLabel
        placeholder="Journey, user or client"
        before={<Search size={14} aria-hidden="true" />}
        value={wanted}
        onChange={setWanted}
      />
      {failure ? <ErrorBox title="The run could not be copied" error={failure.error} onRetry={() => void copy(failure.run)} /> : null}
      <div className="table-frame live-table">
        <table className="table" aria-label="Runs">
          <thead>
            <tr>
              {['Journey', 'User', 'Outcome', 'Started', 'Took', 'Sessions'].map((label) => (
                <th key={label} scope="col">
                  {label}
                </th>
              ))}
              <th scope="col">
                <span className="visually-hidden">Actions</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {found.slice(0, count).map((run) => (
              <Row key={run.run} simulation={id} run={run} isBusy={copying !== null} onCopy={copy} />
            ))}
          </tbody>
        </table>
        {found.length === 0 ? <p className="dim live-none">No run is like that.</p> : null}
        {found.length > count ? (
          <div className="table-more">
            <span className="dim numeric">{`${count} of ${found.length}`}</span>
            <Button size="small" onPress={() => setCount(count + AT_ONCE)}>
              Show more
            </Button>
          </div>
        ) : null}
      </div>
    </>
  );
}

interface RowProps {
  simulation: string;
  run: LiveRun;
  isBusy: boolean;
  onCopy(run: LiveRun): void;
}

const Row = memo(function Row({ simulation, run, isBusy, onCopy }: RowProps) {
  const { tone, text, icon: Icon } = OUTCOMES[run.outcome];
  const at = new Date(run.startedAt);
  return (
    <tr>
      <td>
        {run.kept ? (
          <Link href={`${simulationPath(simulation)}?run=${encodeURIComponent(run.run)}`}>{run.journey || 'Unknown journey'}</Link>
        ) : (
          <span title="The realm has forgotten its sessions; a copy has them.">{run.journey || 'Unknown journey'}</span>
        )}
      </td>
      <td>{run.user ?? <span className="dim">not known</span>}</td>
      <td>
        <Badge tone={tone} icon={<Icon size={12} aria-hidden="true" />}>
          {text}
        </Badge>
      </td>
      <td className="numeric">
        <time dateTime={run.startedAt}>{at.toLocaleString(undefined, { dateStyle: 'short', timeStyle: 'medium' })}</time>
      </td>
      <td className="numeric">{run.endedAt === undefined ? '' : took(Date.parse(run.endedAt) - at.getTime())}</td>
      <td className="numeric">{run.sessions}</td>
      <td>
        <Button
          size="small"
          icon={<Copy size={13} aria-hidden="true" />}
          isDisabled={isBusy}
          aria-label={`Copy ${run.journey} of ${at.toLocaleTimeString()} to a simulation`}
          onPress={() => onCopy(run)}
        >
          Copy
        </Button>
      </td>
    </tr>
  );
});

const took = (ms: number): string => (ms < 1000 ? `${ms} ms` : ms < 60_000 ? `${(ms / 1000).toFixed(1)} s` : `${Math.round(ms / 60_000)} min`);
