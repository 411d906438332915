import { expect, it } from 'vitest';
import { Attempts, TooManyAttempts } from './attempts.ts';

function tried() {
  let now = 1_000_000;
  let checks = 0;
  const attempts = new Attempts(() => now);
  const check = (fits: boolean) => async () => {
    checks += 1;
    return fits;
  };
  /** Seconds to wait; else whether it fitted. */
  const attempt = (fits = false, ...names: string[]) =>
    attempts
      .attempt(names.length > 0 ? names : ['client'], check(fits))
      .catch((error: unknown) => (error instanceof TooManyAttempts ? error.seconds : Promise.reject(error)));
  const pass = (seconds: number) => {
    now += seconds * 1000;
  };
  return { attempt, checks: () => checks, pass };
}

it('five failures are free, then the wait doubles up to a quarter of an hour', async () => {
  const { attempt, pass, checks } = tried();
  for (let n = 0; n < 5; n++) expect(await attempt()).toBe(false);
  const waits: unknown[] = [];
  for (let n = 0; n < 12; n++) {
    const seconds = await attempt(true);
    waits.push(seconds);
    pass(Number(seconds));
    await attempt();
  }
  expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]);
  // What had to wait was not even looked at.
  expect(checks()).toBe(17);
});

it('the right password, or an hour, starts anew', async () => {
  const { attempt, pass } = tried();
  for (let n = 0; n < 4; n++) await attempt();
  expect(await attempt(true)).toBe(true);
  for (let n = 0; n < 5; n++) expect(await attempt()).toBe(false);
  pass(3601);
  expect(await attempt()).toBe(false);
  expect(await attempt()).toBe(false);
});

it('many clients that cannot be told apart are slowed down together', async () => {
  const { attempt } = tried();
  for (let n = 0; n < 50; n++) expect(await attempt(false, `client ${n}`, 'proxy')).toBe(false);
  expect(await attempt(true, 'a new name', 'proxy')).toBe(1);
  expect(await attempt(true, 'somebody else')).toBe(true);
});

it('a crowd of attempts at once waits in a line of twenty', async () => {
  const { attempt, checks } = tried();
  const answers = await Promise.all(Array.from({ length: 100 }, () => attempt(true)));
  expect([answers.filter((answer) => answer === true).length, answers.filter((answer) => answer === 1).length, checks()]).toEqual([20, 80, 20]);
});
