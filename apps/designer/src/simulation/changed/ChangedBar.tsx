import { useQueries } from '@tanstack/react-query';
import { RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { journeyQuery } from '../../app/index.ts';
import { Button } from '../../components/index.ts';
import { simulatedJourneyQuery } from '../api.ts';
import { useLive } from '../hooks.ts';
import type { Again } from '../useAgain.ts';
import { changesOf } from './changes.ts';

/** How often it is looked whether somebody has changed the journeys elsewhere, while the page is in sight. */
const LOOK_MS = 10_000;
const MOST = 3;

/** Says that the realm's journeys are not what runs here any more, and lets the person go on or begin again with the changes. */
export function ChangedBar({ journeys, again }: { journeys: readonly (string | null)[]; again: Again }) {
  const id = useLive((state) => state.id);
  const realm = useLive((state) => state.realm);
  const [accepted, accept] = useState<string | null>(null);
  const names = journeys.filter((journey) => journey !== null);
  const simulated = useQueries({ queries: names.map((journey) => simulatedJourneyQuery(id, journey)) });
  const current = useQueries({
    queries: names.map((journey) => ({
      ...journeyQuery(realm, journey),
      enabled: realm !== '',
      refetchOnMount: 'always' as const,
      refetchOnWindowFocus: 'always' as const,
      refetchInterval: LOOK_MS,
    })),
  });
  const changed = names.flatMap((journey, index) => {
    const [was, is] = [simulated[index]?.data, current[index]?.data];
    const changes = was && is ? changesOf(was, is) : [];
    return changes.length === 0 ? [] : [`${journey} (${listed(changes)})`];
  });
  const said = changed.join(', ');
  if (said === '' || said === accepted) return null;
  return (
    <div className="sim-changed" role="status">
      <RefreshCw size={15} aria-hidden="true" />
      <span>Configuration changed: {said}. This simulation goes on with what it began with.</span>
      <Button size="small" kind="primary" isDisabled={again.busy} onPress={() => void again.start()}>
        Restart with the changes
      </Button>
      <Button size="small" onPress={() => accept(said)}>
        Continue
      </Button>
    </div>
  );
}

function listed(names: readonly string[]): string {
  const more = names.length - MOST;
  return `${names.slice(0, MOST).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
