import './live.css';
import { Radio } from 'lucide-react';
import { useEffect } from 'react';
import { AppHeader, ScreenNav } from '../app/index.ts';
import { Code } from '../callbacks/index.ts';
import { Badge, EmptyState, ErrorBox, Skeleton } from '../components/index.ts';
import { LiveTable } from './LiveTable.tsx';
import { useLiveRuns } from './useLiveRuns.ts';

/** What applications do at `/am` of a realm, as it happens. */
export default function LiveScreen({ realm }: { realm: string }) {
  const { live, isFollowed } = useLiveRuns(realm);
  useEffect(() => {
    document.title = `Live · ${realm} · Tandem`;
  }, [realm]);
  const endpoint = `${location.origin}/am/json/realms/root/realms/${encodeURIComponent(realm)}/authenticate`;
  return (
    <>
      <AppHeader>
        <ScreenNav realm={realm} current="live" />
      </AppHeader>
      <main className="page">
        <div className="live-head">
          <h1 tabIndex={-1}>Live</h1>
          {live.data ? (
            <Badge tone={isFollowed ? 'success' : 'waiting'} icon={<Radio size={12} aria-hidden="true" />}>
              {isFollowed ? 'Follows /am' : 'Not connected'}
            </Badge>
          ) : null}
        </div>
        <p className="dim live-about">
          What an application does at <code>/am</code> appears here as runs, as it happens, with the realm as it is saved. Its time is real: it can be
          neither stopped nor moved. To step through a run, move its time or go on otherwise, take a copy of it.
        </p>
        {live.error ? (
          <ErrorBox title="The live runs could not be read" error={live.error} onRetry={() => void live.refetch()} />
        ) : live.data === undefined ? (
          <Skeleton label="Reading the live runs" lines={6} />
        ) : live.data.runs.length === 0 ? (
          <EmptyState icon={<Radio size={28} aria-hidden="true" />} title="Nothing has run yet">
            Point your application at this realm, or start a journey by hand.
          </EmptyState>
        ) : (
          <LiveTable live={live.data} />
        )}
        <section className="live-try" aria-label="Start a journey by hand">
          <h2>Start a journey by hand</h2>
          <Code>{`curl -X POST '${endpoint}?authIndexType=service&authIndexValue=JOURNEY'`}</Code>
        </section>
      </main>
    </>
  );
}
