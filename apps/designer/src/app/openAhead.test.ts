import { expect, test, vi } from 'vitest';
import { openAhead } from './openAhead.ts';
import { makeQueryClient } from './queries.ts';
import { matchRoute } from './router.ts';

vi.mock('../editor/index.tsx', () => ({ default: () => null }));

/** What is asked of the server for an address before anything is drawn. */
function asked(address: string): string[] {
  const paths: string[] = [];
  vi.stubGlobal('fetch', (path: string) => {
    paths.push(path);
    return new Promise(() => undefined);
  });
  openAhead(matchRoute(new URL(address, 'http://localhost')), makeQueryClient());
  vi.unstubAllGlobals();
  return paths.sort();
}

test('a page that opens at a journey asks for it at once, with what it is drawn by', () => {
  expect(asked('/realms/alpha/journeys/Login')).toEqual([
    '/api/realms/alpha/journeys',
    '/api/realms/alpha/journeys/Login',
    '/api/realms/alpha/resources',
  ]);
  expect(asked('/realms/alpha/journeys/Login?beside=Other')).toContain('/api/realms/alpha/journeys/Other');
});

test('other screens ask for what they need themselves', () => {
  expect(asked('/')).toEqual([]);
  expect(asked('/simulations/1')).toEqual([]);
});
