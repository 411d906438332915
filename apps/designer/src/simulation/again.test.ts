import { afterEach, expect, test, vi } from 'vitest';
import { simulateAgain } from './again.ts';
import { stateOfTest } from './fixtures/state.ts';
import { createSimulationSession } from './session.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  history.replaceState(null, '', '/');
});

test('the realm as it is now is simulated with the same journey and the same latencies', async () => {
  const sent: unknown[] = [];
  vi.stubGlobal('fetch', (_: string, init: RequestInit) => {
    sent.push(JSON.parse(String(init.body)));
    const clock = { mode: 'real', now: '2026-01-01T00:00:00.000Z', rate: 1 };
    return Promise.resolve(new Response(JSON.stringify({ id: 'next', realm: 'alpha', baseUrl: '/sim/next/am', clock })));
  });
  const session = createSimulationSession('old');
  session.live.setState({
    realm: 'alpha',
    clock: { mode: 'real', rate: 1, now: 0, heardAt: 0 },
    view: { seq: 0, initial: stateOfTest([]), events: [], state: { ...stateOfTest([]), latency: { waitnode: 500 } } },
  });
  session.choices.setState({ journey: 'Help desk' });
  await simulateAgain(session);
  expect(sent).toEqual([{ realm: 'alpha', clock: 'real', latency: { waitnode: 500 } }]);
  expect(location.pathname + location.search).toBe('/simulations/next?journey=Help%20desk');
});
