import type { JsonObject } from '@tandem/journey';
import { describe, expect, test, vi } from 'vitest';
import { AmClient } from './client.ts';
import { exit, name, password, wait } from './fixtures/steps.ts';
import { createPlayer } from './player.ts';
import type { WaitClock } from './waitClock.ts';

/** A clock that moves by hand. */
function handClock(): WaitClock & { move(ms: number): void } {
  let now = 1000;
  let timers: { at: number; callback: () => void }[] = [];
  return {
    now: () => now,
    when(at, callback) {
      const timer = { at, callback };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    move(ms) {
      now += ms;
      const due = timers.filter((timer) => timer.at <= now);
      timers = timers.filter((timer) => timer.at > now);
      for (const timer of due) timer.callback();
    },
  };
}

/** Answers requests in order; an Error is a lost connection. */
function setUp(...answers: (JsonObject | Error)[]) {
  const sent: { url: string; body: JsonObject }[] = [];
  const fetcher = vi.fn(async (url: RequestInfo | URL, init?: RequestInit) => {
    sent.push({ url: String(url), body: JSON.parse(String(init?.body)) as JsonObject });
    const answer = answers.shift();
    if (!answer || answer instanceof Error) throw answer ?? new Error('nothing left to answer');
    return new Response(JSON.stringify(answer), { status: typeof answer.code === 'number' ? answer.code : 200 });
  });
  const clock = handClock();
  const player = createPlayer(new AmClient({ base: '/sim/1/as/agent/am', realm: 'alpha', fetch: fetcher as typeof fetch }), clock);
  const settled = (count: number) =>
    vi.waitFor(() => {
      expect(sent.length).toBe(count);
      expect(player.store.getState().phase).not.toBe('sending');
    });
  return { player, sent, clock, settled, state: () => player.store.getState() };
}
const step = (...callbacks: JsonObject[]): JsonObject => ({ authId: 'a', callbacks });

describe('player', () => {
  test('starts at its own address and ends signed in', async () => {
    const { player, sent, settled, state } = setUp(step(name), { tokenId: 't', successUrl: '/enduser', realm: '/alpha' });
    player.start({ type: 'service', value: 'Login' });
    await settled(1);
    expect(sent[0]?.url).toBe('/sim/1/as/agent/am/json/realms/root/realms/alpha/authenticate?authIndexType=service&authIndexValue=Login');
    player.setValue('IDToken1', 'bjensen');
    player.submit();
    await settled(2);
    expect(state()).toMatchObject({ phase: 'signed-in', success: { successUrl: '/enduser' } });
  });

  test('a polling wait is sent back strictly after its end on the clock, exit untouched', async () => {
    const { player, sent, clock, settled } = setUp(step(wait, exit), step(name));
    player.start({ type: 'service', value: 'Main' });
    await settled(1);
    clock.move(8000);
    expect(sent.length).toBe(1);
    clock.move(1);
    await settled(2);
    expect(JSON.stringify(sent[1]?.body)).toContain('{"name":"IDToken2","value":100}');
  });

  test('what was typed survives a lost connection, and retry sends it', async () => {
    const { player, sent, settled, state } = setUp(step(name, password), new TypeError('Failed to fetch'), { tokenId: 't', successUrl: '/' });
    player.start({ type: 'service', value: 'Login' });
    await settled(1);
    player.setValue('IDToken1', 'bjensen');
    player.setValue('IDToken2', 'Secret12!');
    player.submit();
    await settled(2);
    expect(state()).toMatchObject({
      phase: 'asked',
      problem: 'The server cannot be reached.',
      values: { IDToken1: 'bjensen', IDToken2: 'Secret12!' },
    });
    player.retry();
    await settled(3);
    expect(sent[2]?.body).toEqual(sent[1]?.body);
    expect(state().phase).toBe('signed-in');
  });

  test('nothing of a wait is left after a new start', async () => {
    const { player, sent, clock, settled } = setUp(step(wait), step(name));
    player.start({ type: 'service', value: 'Main' });
    await settled(1);
    player.start({ type: 'service', value: 'Main' });
    await settled(2);
    clock.move(60_000);
    expect(sent.length).toBe(2);
  });

  test('a failed journey keeps the body for the screen', async () => {
    const { player, settled, state } = setUp({ code: 401, reason: 'Unauthorized', message: 'Unable to read transaction.' });
    player.start({ type: 'transaction', value: 'gone' });
    await settled(1);
    expect(state()).toMatchObject({ phase: 'failed', failure: { message: 'Unable to read transaction.' } });
  });

  test('a second press while an answer is under way sends nothing', async () => {
    const { player, sent, settled } = setUp(step(name), step(password));
    player.start({ type: 'service', value: 'Login' });
    await settled(1);
    player.submit();
    player.submit();
    await settled(2);
    expect(sent.length).toBe(2);
  });
});
