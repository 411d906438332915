import { isLiveId, type RealmChanges } from '@tandem/api';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { RefreshCw } from 'lucide-react';
import { useEffect, useState } from 'react';
import { followRealm } from '../../app/index.ts';
import { Button } from '../../components/index.ts';
import { changesQuery } from '../api.ts';
import { useLive } from '../hooks.ts';
import type { Again } from '../useAgain.ts';

const MOST = 3;

/**
 * Says, as soon as it happens, that the realm is not what runs here any more, and lets the person go on or begin again with the changes. The live
 * realm runs what is saved: there only what is drawn follows.
 */
export function ChangedBar({ journeys, again }: { journeys: readonly (string | null)[]; again: Again }) {
  const id = useLive((state) => state.id);
  const realm = useLive((state) => state.realm);
  const queries = useQueryClient();
  const [accepted, accept] = useState<string | null>(null);
  const names = journeys.filter((journey) => journey !== null);
  const isAsked = realm !== '' && names.length > 0 && !isLiveId(id);
  const changes = useQuery({ ...changesQuery(id, realm, names), enabled: isAsked });
  useEffect(() => (realm === '' ? undefined : followRealm(realm, queries)), [realm, queries]);
  const changed = (changes.data?.changes ?? []).map(wordsOf);
  const said = listed(changed);
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

function wordsOf({ kind, name, parts }: RealmChanges['changes'][number]): string {
  if (kind === 'services') return 'settings of services';
  const about = parts.length === 0 ? '' : ` (${listed(parts)})`;
  return kind === 'journey' ? `${name}${about}` : `${kind} ${name}${about}`;
}

function listed(names: readonly string[]): string {
  const more = names.length - MOST;
  return `${names.slice(0, MOST).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
