import type { Clash, JourneyDocument, MergeSide } from '@tandem/journey';
import { Segmented } from '../../components/index.ts';
import { clashWords } from '../../versions/clashWords.ts';
import { ScriptLines } from '../../versions/ScriptLines.tsx';
import type { Kinds } from '../store/nodes.ts';

const OPTIONS: readonly { value: MergeSide; label: string }[] = [
  { value: 'mine', label: 'Mine' },
  { value: 'theirs', label: 'Theirs' },
];

interface ClashListProps {
  kinds: Kinds;
  mine: JourneyDocument;
  theirs: JourneyDocument;
  clashes: readonly Clash[];
  answers: ReadonlyMap<string, MergeSide>;
  onAnswer(clash: string, side: MergeSide): void;
}

/** What both changed, to be decided one by one. */
export function ClashList({ kinds, mine, theirs, clashes, answers, onAnswer }: ClashListProps) {
  return (
    <ul className="clashes" aria-label="What both changed">
      {clashes.map((clash) => {
        const words = clashWords({ kinds, mine, theirs }, clash);
        return (
          <li key={clash.id} className="clash">
            <div className="clash-text">
              <strong>{words.title}</strong>
              <dl>
                <dt>Mine</dt>
                <dd>{words.mine}</dd>
                <dt>Theirs</dt>
                <dd>{words.theirs}</dd>
              </dl>
            </div>
            <Segmented
              label={`Take for ${words.title}`}
              hideLabel
              options={OPTIONS}
              value={answers.get(clash.id) ?? null}
              onChange={(side) => onAnswer(clash.id, side)}
            />
            {words.source ? <ScriptLines script={words.source} /> : null}
          </li>
        );
      })}
    </ul>
  );
}
