import { useSyncExternalStore } from 'react';

export type Route =
  | { name: 'library' }
  | { name: 'designer'; realm: string; journey: string; beside: string | null }
  | { name: 'realm'; realm: string; section: string; item?: string }
  | { name: 'live'; realm: string }
  | { name: 'simulations'; query: string }
  | { name: 'simulation'; id: string; journey: string | null }
  | { name: 'compare'; id: string; other: string | null }
  | { name: 'server' }
  | { name: 'api-reference' }
  | { name: 'not-found'; path: string };

const listeners = new Set<() => void>();
let hasMoved = false;

/** Whether the page still shows what it was loaded for: what was read on the way is as new as the screen. */
export const isFirstScreen = (): boolean => !hasMoved;

/** What the address shows. */
export function matchRoute(url: URL): Route {
  const parts = url.pathname
    .split('/')
    .filter((part) => part !== '')
    .map(decode);
  const [first, second, third, fourth] = parts;
  if (parts.length === 0) return { name: 'library' };
  if (first === 'realms' && third === 'journeys' && parts.length === 4 && second && fourth) {
    return { name: 'designer', realm: second, journey: fourth, beside: url.searchParams.get('beside') };
  }
  if (first === 'realms' && second && third === 'custom-nodes' && fourth && parts.length === 4)
    return { name: 'realm', realm: second, section: third, item: fourth };
  if (first === 'realms' && second && third === 'live' && parts.length === 3) return { name: 'live', realm: second };
  if (first === 'realms' && second && parts.length <= 3) return { name: 'realm', realm: second, section: third ?? '' };
  if (first === 'simulations' && parts.length === 1) return { name: 'simulations', query: url.search };
  if (first === 'simulations' && parts.length === 2 && second) return { name: 'simulation', id: second, journey: url.searchParams.get('journey') };
  if (first === 'simulations' && third === 'compare' && second && parts.length <= 4) return { name: 'compare', id: second, other: fourth ?? null };
  if (parts.length === 1 && (first === 'server' || first === 'api-reference')) return { name: first };
  return { name: 'not-found', path: url.pathname };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export function designerPath(realm: string, journey: string, beside?: string | null): string {
  const query = beside ? `?beside=${encodeURIComponent(beside)}` : '';
  return `/realms/${encodeURIComponent(realm)}/journeys/${encodeURIComponent(journey)}${query}`;
}

/** The realm's screen: what it holds beside its journeys. Without a section it shows the first. */
export function realmScreenPath(realm: string, section = ''): string {
  return `/realms/${encodeURIComponent(realm)}${section === '' ? '' : `/${encodeURIComponent(section)}`}`;
}

/** What applications do at `/am` of the realm. */
export function livePath(realm: string): string {
  return realmScreenPath(realm, 'live');
}

/** Address part of a custom node type that is being made. */
export const NEW_CUSTOM_NODE = 'new';

export type CustomNodeTab = 'overview' | 'details' | 'properties' | 'settings' | 'script';

/**
 * The designer of a custom node type.
 *
 * @param id its id, or `NEW_CUSTOM_NODE`
 * @param from journey to come back to
 */
export function customNodePath(realm: string, id: string, { tab, from }: { tab?: CustomNodeTab; from?: string } = {}): string {
  const query = new URLSearchParams({ ...(tab === undefined ? {} : { tab }), ...(from === undefined ? {} : { from }) }).toString();
  return `${realmScreenPath(realm, 'custom-nodes')}/${encodeURIComponent(id)}${query === '' ? '' : `?${query}`}`;
}

/** The list of simulations. @param query what is looked for, as the address holds it */
export const simulationsPath = (query = ''): string => `/simulations${query}`;

/** @param play whether both players answer by themselves from the start */
export function simulationPath(id: string, journey?: string, play = false): string {
  const query = journey ? `?journey=${encodeURIComponent(journey)}${play ? '&play=1' : ''}` : '';
  return `/simulations/${encodeURIComponent(id)}${query}`;
}

/** Two simulations side by side; without the other one, it is chosen there. */
export function comparePath(id: string, other?: string): string {
  return `/simulations/${encodeURIComponent(id)}/compare${other === undefined ? '' : `/${encodeURIComponent(other)}`}`;
}

/** Who asks before the screen is left, and where it was asked: what is not saved there would be lost. */
let guard: { ask(leave: () => void): void; href: string } | null = null;

/** Lets `ask` decide, with what would go on, whenever the screen is about to be left. @returns takes it back */
export function guardLeaving(ask: (leave: () => void) => void): () => void {
  const own = { ask, href: location.href };
  guard = own;
  return () => {
    if (guard === own) guard = null;
  };
}

/** @returns true where somebody was asked; `go` is for later, then */
function asked(go: () => void): boolean {
  if (guard === null) return false;
  guard.ask(() => {
    guard = null;
    go();
  });
  return true;
}

export function navigate(to: string, { replace = false }: { replace?: boolean } = {}): void {
  if (asked(() => navigate(to, { replace }))) return;
  hasMoved = true;
  if (replace) history.replaceState(null, '', to);
  else history.pushState(null, '', to);
  for (const listener of listeners) listener();
}

function onPopState(): void {
  const to = location.href;
  if (guard !== null) {
    // The browser has moved already: the address is put back until the person has answered.
    history.pushState(null, '', guard.href);
    asked(() => navigate(to));
    return;
  }
  hasMoved = true;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) addEventListener('popstate', onPopState);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) removeEventListener('popstate', onPopState);
  };
}

export function useRoute(): Route {
  const href = useSyncExternalStore(subscribe, () => location.href);
  return matchRoute(new URL(href));
}
