import { realmPath } from '../callbacks/index.ts';

/** Ends the session of this browser, as AM's page does at `#logout/`. A session that is gone already is no failure. */
export async function signOut(base: string, realm: string): Promise<void> {
  await fetch(`${base}/json/${realmPath(realm)}/sessions?_action=logout`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Accept-API-Version': 'resource=3.1, protocol=1.0', 'X-Requested-With': 'Tandem' },
    body: '{}',
    credentials: 'same-origin',
  }).catch(() => undefined);
}
