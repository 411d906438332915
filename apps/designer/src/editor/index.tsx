import './editor.css';
import './split/split.css';
import { useQuery } from '@tanstack/react-query';
import { AppHeader, journeysQuery, resourcesQuery } from '../app/index.ts';
import { ErrorBox, Skeleton } from '../components/index.ts';
import { EditorScreen } from './EditorScreen.tsx';
import { useJourney } from './store/useJourney.ts';

export { NodeSettings } from './inspector/NodeSettings.tsx';

/** The designer: reads what it needs, then hands over. */
export default function Editor({ realm, journey, beside }: { realm: string; journey: string; beside: string | null }) {
  const resources = useQuery(resourcesQuery(realm));
  const list = useQuery(journeysQuery(realm));
  const primary = useJourney(realm, journey);
  const second = useJourney(realm, beside);
  const error = primary.error ?? resources.error;
  if (primary.store && resources.data) {
    return (
      <EditorScreen
        realm={realm}
        primary={primary.store}
        beside={beside}
        second={second.store}
        secondError={second.error}
        retrySecond={second.retry}
        resources={resources.data}
        journeys={list.data?.journeys ?? []}
      />
    );
  }
  const retry = () => {
    primary.retry();
    void resources.refetch();
  };
  return (
    <div className="screen">
      <AppHeader>
        <span className="dim">{realm}</span>
        <span className="dim">/</span>
        <h1>{journey}</h1>
      </AppHeader>
      <main className="page">
        {error ? (
          <ErrorBox title={`${journey} could not be opened`} error={error} onRetry={retry} />
        ) : (
          <Skeleton label={`Opening ${journey}`} lines={8} />
        )}
      </main>
    </div>
  );
}
