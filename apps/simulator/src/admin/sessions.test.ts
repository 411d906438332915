import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { AdminSessions } from './sessions.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());
const MINUTE = 60_000;

it('a session is over after half an hour without use, and after two hours in any case', () => {
  const sessions = new AdminSessions();
  const token = sessions.begin('amadmin');
  for (let n = 0; n < 5; n++) {
    vi.advanceTimersByTime(23 * MINUTE);
    expect(sessions.use(token)?.userName).toBe('amadmin');
  }
  vi.advanceTimersByTime(5 * MINUTE);
  expect(sessions.use(token)).toBeUndefined();
  const idle = sessions.begin('amadmin');
  vi.advanceTimersByTime(30 * MINUTE);
  expect(sessions.use(idle)).toBeUndefined();
});

it('what goes on in a session hears when it is over, by time or by signing out', () => {
  const sessions = new AdminSessions();
  const heard: string[] = [];
  const begin = () => sessions.use(sessions.begin('amadmin')) ?? expect.fail();
  const [byTime, bySignOut, left] = [begin(), begin(), begin()];
  sessions.whenOver(byTime, () => heard.push('by time'));
  sessions.whenOver(bySignOut, () => heard.push('signed out'));
  sessions.whenOver(left, () => heard.push('left'))();
  sessions.end(bySignOut);
  expect(heard).toEqual(['signed out']);
  vi.advanceTimersByTime(31 * MINUTE);
  expect(heard).toEqual(['signed out', 'by time']);
});
