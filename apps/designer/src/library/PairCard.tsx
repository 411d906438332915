import { Columns2, CornerDownRight, Play } from 'lucide-react';
import { designerPath, navigate } from '../app/index.ts';
import { Button } from '../components/index.ts';
import { JourneyRow, type JourneyRowProps } from './JourneyRow.tsx';
import type { Pair } from './pairs.ts';

export interface PairCardProps {
  realm: string;
  pair: Pair;
  /** The one to begin with. */
  isFirst: boolean;
  isStarting: boolean;
  chosen: ReadonlySet<string>;
  defaultJourney: string | undefined;
  onChoose: JourneyRowProps['onChoose'];
  onAction: JourneyRowProps['onAction'];
  onRun(main: string): void;
}

/** A main journey and what it starts, or one journey alone. */
export function PairCard({ realm, pair, isFirst, isStarting, chosen, defaultJourney, onChoose, onAction, onRun }: PairCardProps) {
  const { main, backchannel } = pair;
  const [partner] = backchannel;
  return (
    <section
      className="pair"
      data-first={isFirst || undefined}
      data-pair={partner ? `${main.id}+${partner.id}` : main.id}
      aria-label={partner ? `${main.id} and ${partner.id}` : main.id}
    >
      {isFirst ? (
        <p className="pair-hint">
          Start here: a help desk agent has a user confirm a call. Two journeys run side by side on one clock, joined by one transaction.
        </p>
      ) : null}
      <JourneyRow
        realm={realm}
        journey={main}
        part={partner ? 'main' : 'alone'}
        isDefault={main.id === defaultJourney}
        isChosen={chosen.has(main.id)}
        onChoose={onChoose}
        onAction={onAction}
      />
      {backchannel.map((journey) => (
        <div key={journey.id} className="pair-second">
          <CornerDownRight size={16} aria-label="starts" />
          <JourneyRow
            realm={realm}
            journey={journey}
            part="backchannel"
            isDefault={journey.id === defaultJourney}
            isChosen={chosen.has(journey.id)}
            onChoose={onChoose}
            onAction={onAction}
          />
        </div>
      ))}
      {partner ? (
        <div className="pair-actions">
          <Button
            kind={isFirst ? 'primary' : 'default'}
            icon={<Play size={15} aria-hidden="true" />}
            isDisabled={isStarting}
            onPress={() => onRun(main.id)}
          >
            Run it
          </Button>
          <Button icon={<Columns2 size={15} aria-hidden="true" />} onPress={() => navigate(designerPath(realm, main.id, partner.id))}>
            Open both
          </Button>
        </div>
      ) : null}
    </section>
  );
}
