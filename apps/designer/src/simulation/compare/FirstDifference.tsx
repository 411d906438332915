import type { LogComparison } from '@tandem/engine/view';
import { ArrowDown, ArrowUp, Equal, Split } from 'lucide-react';
import { runCommand, useShortcut } from '../../commands/index.ts';
import { Button, IconButton } from '../../components/index.ts';
import { clockText, type Line } from '../derive/timeline.ts';
import type { Pair } from './align.ts';

interface FirstDifferenceProps {
  comparison: LogComparison;
  pairs: readonly Pair<Line>[];
  first: number | null;
}

/** Where the two part, in a sentence, and the way to the differences. */
export function FirstDifference({ comparison, pairs, first }: FirstDifferenceProps) {
  const nextKey = useShortcut('compare.next');
  const previousKey = useShortcut('compare.previous');
  const pair = first === null ? undefined : pairs[first];
  if (comparison.first === null || !pair) {
    return (
      <p className="cmp-first" data-equal role="status">
        <Equal size={15} aria-hidden="true" />
        <span>
          <strong>Both tell the same</strong>, all {comparison.same} events of it.
        </span>
      </p>
    );
  }
  return (
    <div className="cmp-first">
      <Split size={15} aria-hidden="true" />
      <p role="status">
        <strong>First difference</strong>
        {comparison.same === 0 ? ' at once' : ` after ${comparison.same} ${comparison.same === 1 ? 'event' : 'events'} that are alike`}:{' '}
        {sentence(pair, comparison)}
      </p>
      <Button size="small" onPress={() => runCommand('compare.first')}>
        Show it
      </Button>
      <IconButton
        size="small"
        label="To the difference before"
        shortcut={previousKey}
        icon={<ArrowUp size={14} aria-hidden="true" />}
        onPress={() => runCommand('compare.previous')}
      />
      <IconButton
        size="small"
        label="To the next difference"
        shortcut={nextKey}
        icon={<ArrowDown size={14} aria-hidden="true" />}
        onPress={() => runCommand('compare.next')}
      />
    </div>
  );
}

function sentence({ a, b, same }: Pair<Line>, { first }: LogComparison): string {
  if (a && b && same && first?.fields.join() === 'at')
    return `the same happens at another time, ${clockText(a.at)} in A and ${clockText(b.at)} in B.`;
  if (a && b && same) return `${a.text}, with ${fieldsText(first?.fields ?? [])}.`;
  if (a && b) return `in A “${a.text}”, in B “${b.text}”.`;
  if (a) return first?.b === null ? `B is over, A goes on with “${a.text}”.` : `in A “${a.text}”, not in B.`;
  if (b) return first?.a === null ? `A is over, B goes on with “${b.text}”.` : `in B “${b.text}”, not in A.`;
  return '';
}

const fieldsText = (fields: readonly string[]): string => (fields.length === 0 ? 'another content' : `another ${fields.join(', ')}`);
