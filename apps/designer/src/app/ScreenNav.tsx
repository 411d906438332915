import './app.css';
import { Link } from './Link.tsx';
import { livePath, realmScreenPath, simulationsPath } from './router.ts';

/** The screens of a realm, in the header of each. */
export function ScreenNav({ realm, current }: { realm: string; current: 'journeys' | 'simulations' | 'realm' | 'live' | 'server' }) {
  const here = (screen: typeof current) => (screen === current ? { 'aria-current': 'page' as const } : {});
  return (
    <nav className="screen-nav" aria-label="Screens">
      <span className="dim">{realm}</span>
      <Link href="/" {...here('journeys')}>
        Journeys
      </Link>
      <Link href={simulationsPath()} {...here('simulations')}>
        Simulations
      </Link>
      <Link href={realmScreenPath(realm)} {...here('realm')}>
        Realm
      </Link>
      <Link href={livePath(realm)} {...here('live')}>
        Live
      </Link>
    </nav>
  );
}
