import { useSyncExternalStore } from 'react';

export type Route =
  | { name: 'library' }
  | { name: 'designer'; realm: string; journey: string; beside: string | null }
  | { name: 'simulation'; id: string; journey: string | null }
  | { name: 'not-found'; path: string };

const listeners = new Set<() => void>();

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
  if (first === 'simulations' && parts.length === 2 && second) return { name: 'simulation', id: second, journey: url.searchParams.get('journey') };
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

export function simulationPath(id: string, journey?: string): string {
  const query = journey ? `?journey=${encodeURIComponent(journey)}` : '';
  return `/simulations/${encodeURIComponent(id)}${query}`;
}

export function navigate(to: string, { replace = false }: { replace?: boolean } = {}): void {
  if (replace) history.replaceState(null, '', to);
  else history.pushState(null, '', to);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    removeEventListener('popstate', listener);
  };
}

export function useRoute(): Route {
  const href = useSyncExternalStore(subscribe, () => location.href);
  return matchRoute(new URL(href));
}
