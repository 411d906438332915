import { expect, it } from 'vitest';
import { startSimulator } from '../testing/simulator.ts';

it('a page tells the time of its simulation without Tandem’s API', async () => {
  const { create, url } = await startSimulator();
  const { base } = await create();
  expect(await (await fetch(`${url}${base}/tandem/clock`)).json()).toMatchObject({ mode: 'virtual', rate: 0, now: expect.any(String) });
});
