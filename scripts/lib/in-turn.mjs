/**
 * Runs jobs, a few at a time, in order.
 * @template T
 * @param {(() => Promise<T>)[]} jobs
 * @param {number} width how many at a time
 * @returns {Promise<T[]>} their results in the order of the jobs
 */
export async function inTurn(jobs, width) {
  const results = [];
  let next = 0;
  const work = async () => {
    while (next < jobs.length) {
      const index = next++;
      results[index] = await jobs[index]();
    }
  };
  await Promise.all(Array.from({ length: width }, work));
  return results;
}
