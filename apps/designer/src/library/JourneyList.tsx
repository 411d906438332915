import { FileUp, Plus, Workflow } from 'lucide-react';
import { Button, EmptyState } from '../components/index.ts';
import { PairCard, type PairCardProps } from './PairCard.tsx';
import { FIRST_PAIR, type Pair } from './pairs.ts';

export interface JourneyListProps extends Omit<PairCardProps, 'pair' | 'isFirst'> {
  pairs: readonly Pair[];
  /** Whether a search or tag narrows the list. */
  isNarrowed: boolean;
  onShowAll(): void;
  onNew(): void;
  onImport(): void;
}

/** The pairs, the first one to try on top; or what to do when there is none. */
export function JourneyList({ pairs, isNarrowed, onShowAll, onNew, onImport, ...card }: JourneyListProps) {
  if (pairs.length === 0 && isNarrowed) {
    return (
      <EmptyState title="No journey matches" action={<Button onPress={onShowAll}>Show all journeys</Button>}>
        The search looks at names, descriptions and tags.
      </EmptyState>
    );
  }
  if (pairs.length === 0) {
    return (
      <EmptyState
        icon={<Workflow size={28} aria-hidden="true" />}
        title="This realm has no journeys"
        action={
          <span className="library-buttons">
            <Button icon={<FileUp size={15} aria-hidden="true" />} onPress={onImport}>
              Import files
            </Button>
            <Button kind="primary" icon={<Plus size={15} aria-hidden="true" />} onPress={onNew}>
              New journey
            </Button>
          </span>
        }
      >
        Import an export of PingOne Advanced Identity Cloud or frodo, or start with a blank journey.
      </EmptyState>
    );
  }
  const first = isNarrowed ? undefined : pairs.find((pair) => pair.main.id === FIRST_PAIR && pair.backchannel.length > 0);
  const ordered = first ? [first, ...pairs.filter((pair) => pair !== first)] : pairs;
  return (
    <div className="pairs">
      {ordered.map((pair) => (
        <PairCard key={pair.main.id} {...card} pair={pair} isFirst={pair === first} />
      ))}
    </div>
  );
}
