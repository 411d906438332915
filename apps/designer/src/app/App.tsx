import './app.css';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect } from 'react';
import { EmptyState, Skeleton, ToastRegion } from '../components/index.ts';
import { AppCommands } from './AppCommands.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Link } from './Link.tsx';
import { followRealm } from './live/followRealm.ts';
import { OfflineBanner } from './OfflineBanner.tsx';
import { loadEditor } from './openAhead.ts';
import { type Route, useRoute } from './router.ts';
import { useSignIn } from './signIn.ts';

const Library = lazy(() => import('../library/index.tsx'));
const Editor = lazy(loadEditor);
const Realm = lazy(() => import('../realm/index.tsx'));
const Live = lazy(() => import('../live/index.tsx'));
const Runs = lazy(() => import('../runs/index.tsx'));
const Server = lazy(() => import('../server/index.tsx'));
const ApiReference = lazy(() => import('../api-reference/index.tsx'));
const SignIn = lazy(() => import('../sign-in/SignIn.tsx'));
const SimulationScreen = lazy(() => import('../simulation/index.tsx'));

function Screen({ route }: { route: Route }) {
  switch (route.name) {
    case 'library':
      return <Library realm="alpha" />;
    case 'designer':
      return <Editor key={`${route.realm}/${route.journey}`} realm={route.realm} journey={route.journey} beside={route.beside} />;
    case 'realm':
      return <Realm key={route.realm} realm={route.realm} section={route.section} item={route.item} />;
    case 'live':
      return <Live key={route.realm} realm={route.realm} />;
    case 'simulations':
      return <Runs realm="alpha" query={route.query} />;
    case 'simulation':
      return <SimulationScreen key={route.id} simulationId={route.id} />;
    case 'compare':
      return <SimulationScreen key={`${route.id}/${route.other}`} simulationId={route.id} other={route.other} />;
    case 'server':
      return <Server />;
    case 'api-reference':
      return <ApiReference />;
    case 'not-found':
      return (
        <main className="page">
          <EmptyState title="There is no such page" action={<Link href="/">Go to the journeys</Link>}>
            {`Tandem has nothing at ${route.path}.`}
          </EmptyState>
        </main>
      );
  }
}

export function App() {
  const route = useRoute();
  const isSignInNeeded = useSignIn(({ isNeeded }) => isNeeded);
  const queries = useQueryClient();
  // A simulation has a copy of the realm, and a stream of its own.
  const followed = route.name === 'simulation' ? null : 'realm' in route ? route.realm : 'alpha';
  useEffect(() => (followed === null ? undefined : followRealm(followed, queries)), [followed, queries]);
  return (
    <>
      <ErrorBoundary place={route.name === 'simulations' ? route.name : JSON.stringify(route)}>
        <Suspense fallback={<Skeleton label="Loading" lines={6} />}>
          <Screen route={route} />
        </Suspense>
      </ErrorBoundary>
      {/* A simulation says itself that its connection is lost. */}
      {route.name === 'simulation' ? null : <OfflineBanner />}
      <AppCommands route={route} />
      {isSignInNeeded ? (
        <Suspense fallback={null}>
          <SignIn />
        </Suspense>
      ) : null}
      <ToastRegion />
    </>
  );
}
