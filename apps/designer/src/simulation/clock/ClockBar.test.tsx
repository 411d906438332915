import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { sessionOfTest, stateOfTest, T0, transactionOfTest } from '../fixtures/state.ts';
import { SimulationContext } from '../hooks.ts';
import { createSimulationSession } from '../session.ts';
import { ClockBar } from './ClockBar.tsx';

afterEach(cleanup);

test('after the deadline has passed the focus is still in the clock', async () => {
  const simulation = createSimulationSession('1');
  const show = (expired: boolean) => {
    const state = stateOfTest([sessionOfTest({})], [transactionOfTest({ expiresAt: T0 + 60_000, expired })]);
    simulation.live.setState({ view: { initial: stateOfTest([]), state, seq: 0, events: [] } });
  };
  show(false);
  simulation.order = vi.fn(async () => {
    show(true);
    // A browser takes the focus from a button that is disabled.
    (document.activeElement as HTMLElement).blur();
  });
  render(
    <SimulationContext value={simulation}>
      <ClockBar />
    </SimulationContext>,
  );
  const button = screen.getByText('To deadline').closest('button') as HTMLButtonElement;
  button.focus();
  fireEvent.click(button);
  await waitFor(() => expect(simulation.order).toHaveBeenCalledWith({ to: new Date(T0 + 60_000).toISOString() }));
  await waitFor(() => expect(document.activeElement?.textContent).toContain('To next event'));
});

test('real time can be paused; what applications do at /am cannot', () => {
  for (const id of ['1', 'live-alpha']) {
    const simulation = createSimulationSession(id);
    const state = stateOfTest([sessionOfTest({})]);
    simulation.live.setState({
      view: { initial: stateOfTest([]), state, seq: 0, events: [] },
      clock: { mode: 'real', rate: 1, now: T0, heardAt: 0 },
    });
    simulation.order = vi.fn(async () => undefined);
    render(
      <SimulationContext value={simulation}>
        <ClockBar />
      </SimulationContext>,
    );
    const pause = screen.queryByRole('button', { name: 'Pause the clock' });
    if (id === '1') {
      fireEvent.click(pause as HTMLElement);
      expect(simulation.order).toHaveBeenCalledWith({ rate: 0 });
    } else expect(pause).toBeNull();
    cleanup();
  }
});
