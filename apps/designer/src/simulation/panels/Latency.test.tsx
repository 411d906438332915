import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { loopDocument } from '../../testing/documents.ts';
import { simulatedJourneyQuery } from '../api.ts';
import { SimulationContext } from '../hooks.ts';
import { createSimulationSession } from '../session.ts';
import { Latency } from './Latency.tsx';

const lowerCased = (latency: Record<string, number>) => Object.fromEntries(Object.entries(latency).map(([key, ms]) => [key.toLowerCase(), ms]));
let inForce: Record<string, number>;
let show: (latency: Record<string, number>) => void;

function Panel() {
  const [latency, setLatency] = useState(inForce);
  show = setLatency;
  return <Latency journeys={['Loop']} latency={latency} />;
}

function open(latency: Record<string, number>) {
  inForce = latency;
  const client = new QueryClient();
  client.setQueryData(simulatedJourneyQuery('1', 'Loop').queryKey, { id: 'Loop', version: 1, ...loopDocument() });
  const [session] = [createSimulationSession('1')];
  render(
    <SimulationContext value={session}>
      <QueryClientProvider client={client}>
        <Panel />
      </QueryClientProvider>
    </SimulationContext>,
  );
  return screen.getByLabelText<HTMLInputElement>(/^Wait/);
}

beforeEach(() =>
  vi.stubGlobal('fetch', async (_: string, init: RequestInit) => {
    inForce = lowerCased((JSON.parse(String(init.body)) as { latency: Record<string, number> }).latency);
    show(inForce);
    return new Response(null, { status: 204 });
  }),
);
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

async function enter(field: HTMLInputElement, ms: string, expected: Record<string, number>) {
  field.focus();
  fireEvent.change(field, { target: { value: ms } });
  fireEvent.keyDown(field, { key: 'Enter' });
  await waitFor(() => expect(inForce).toEqual(expected));
}

describe('latency of a node', () => {
  test('the field keeps the focus when Enter has set it', async () => {
    const field = open({});
    await enter(field, '500', { wait: 500 });
    await enter(field, '', {});
    await waitFor(() => expect(field.value).toBe('0'));
    expect(document.activeElement).toBe(field);
  });

  test('can be 0 although its type has one, and goes back to that of its type', async () => {
    const field = open({ pollingwaitnode: 400 });
    expect(field.value).toBe('400');
    await enter(field, '0', { pollingwaitnode: 400, wait: 0 });
    await enter(field, '400', { pollingwaitnode: 400 });
    expect(field.value).toBe('400');
  });
});
