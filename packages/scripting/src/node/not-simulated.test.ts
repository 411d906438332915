import { expect, test } from 'vitest';
import { notSimulatedInScripts } from '../not-simulated.ts';
import { testPool } from '../testing/pool.ts';
import { bjensen, hostOf, people } from '../testing/support.ts';

const { value } = testPool();
const store = { ...people, get: () => bjensen, objects: { all: () => [], byId: () => ({ _id: '1' }) } };

test.each(notSimulatedInScripts)('$call says that it is not simulated', async ({ call, says }) => {
  await expect(value(`${call};`, {}, {}, hostOf(store))).rejects.toThrow(`not simulated: ${says}`);
});
