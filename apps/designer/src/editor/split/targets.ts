import type { JourneySummary } from '@tandem/api';
import { Columns2 } from 'lucide-react';
import { designerPath, navigate } from '../../app/index.ts';
import type { CommandTarget } from '../../commands/index.ts';

/** Every other journey, to be opened beside the first one, for the command palette. */
export function besideTargets(realm: string, first: string, beside: string | null, journeys: readonly JourneySummary[]): CommandTarget[] {
  return journeys
    .filter(({ id }) => id !== first && id !== beside)
    .map(({ id }) => ({
      id: `beside:${id}`,
      title: `Open ${id} beside`,
      detail: `Two canvases with ${first}`,
      icon: Columns2,
      go: () => navigate(designerPath(realm, first, id)),
    }));
}
