import './compare.css';
import { useQuery } from '@tanstack/react-query';
import { AppHeader } from '../../app/index.ts';
import { EmptyState, ErrorBox, Skeleton } from '../../components/index.ts';
import { Chooser } from './Chooser.tsx';
import { Compared } from './Compared.tsx';
import { sideQuery } from './query.ts';

interface CompareProps {
  id: string;
  /** Null: it is still to be chosen. */
  other: string | null;
}

/** Two simulations side by side: where they part, what differs, and how each ended. */
export default function Compare({ id, other }: CompareProps) {
  const a = useQuery(sideQuery(id));
  const b = useQuery({ ...sideQuery(other ?? ''), enabled: other !== null });
  const failed = a.error ? a : b.error ? b : null;
  return (
    <div className="sim cmp">
      <AppHeader>
        <Chooser id={id} other={other} />
      </AppHeader>
      {a.data && b.data ? (
        <Compared a={a.data} b={b.data} />
      ) : (
        <main className="sim-page">
          <h1 className="visually-hidden">Compare</h1>
          {failed ? (
            <ErrorBox title="The simulation could not be read" error={failed.error} onRetry={() => void failed.refetch()} />
          ) : other === null ? (
            <EmptyState title="Choose what to compare with">Above, choose a parent, a fork, or any other simulation.</EmptyState>
          ) : (
            <Skeleton label="Reading both simulations" lines={8} />
          )}
        </main>
      )}
    </div>
  );
}
