import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { stateOfTest } from './fixtures/state.ts';
import { SimulationContext } from './hooks.ts';
import { createSimulationSession } from './session.ts';
import { TopBar } from './TopBar.tsx';
import { useAgain } from './useAgain.ts';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  history.replaceState(null, '', '/');
});

function Bar() {
  const again = useAgain();
  return (
    <>
      <TopBar journeys={[]} mainJourney={null} backchannelJourney={null} newRun={null} again={again} />
      <p role="alert">{again.problem instanceof Error ? again.problem.message : ''}</p>
    </>
  );
}

function bar(answer: () => Promise<Response>) {
  vi.stubGlobal('fetch', answer);
  const session = createSimulationSession('old');
  session.live.setState({ view: { initial: stateOfTest([]), state: stateOfTest([]), seq: 0, events: [] } });
  render(
    <SimulationContext value={session}>
      <Bar />
    </SimulationContext>,
  );
  fireEvent.click(screen.getByLabelText('Simulate the realm as it is now'));
}

test('a running simulation is begun again with the realm as it is now', async () => {
  const clock = { mode: 'virtual', now: '2026-01-01T00:00:00.000Z', rate: 0 };
  bar(() => Promise.resolve(new Response(JSON.stringify({ id: 'next', realm: 'alpha', baseUrl: '/sim/next/am', clock }))));
  await waitFor(() => expect(location.pathname).toBe('/simulations/next'));
});

test('why it was not started is told', async () => {
  bar(() => Promise.resolve(new Response(JSON.stringify({ status: 404, title: 'Not Found', detail: 'Realm alpha is gone.' }), { status: 404 })));
  await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('Realm alpha is gone.'));
  expect(location.pathname).toBe('/');
});
