import { FileUp, Plus, Workflow } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button, EmptyState } from '../components/index.ts';
import { PairCard, type PairCardProps } from './PairCard.tsx';
import { FIRST_PAIR, type Pair } from './pairs.ts';

const AT_FIRST = 40;
const MORE = 60;

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
        The search looks at names, descriptions, tags and the types of the nodes.
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
  return <LongList ordered={ordered} first={first} {...card} />;
}

type LongListProps = Omit<PairCardProps, 'pair' | 'isFirst'> & { ordered: readonly Pair[]; first: Pair | undefined };

/** A thousand rows at once would be slow to draw: the list grows as its end comes into sight, or by its button. */
function LongList({ ordered, first, ...card }: LongListProps) {
  const [count, setCount] = useState(AT_FIRST);
  const end = useRef<HTMLDivElement>(null);
  const isLong = count < ordered.length;
  useEffect(() => {
    if (!isLong || !end.current || typeof IntersectionObserver === 'undefined') return;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) setCount(count + MORE);
    });
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [count, isLong]);
  return (
    <div className="pairs">
      {ordered.slice(0, count).map((pair) => (
        <PairCard key={pair.main.id} {...card} pair={pair} isFirst={pair === first} />
      ))}
      {isLong ? (
        <div ref={end} className="pairs-more">
          <span className="dim numeric">{`${count} of ${ordered.length}`}</span>
          <Button onPress={() => setCount(count + MORE)}>Show more</Button>
        </div>
      ) : null}
    </div>
  );
}
