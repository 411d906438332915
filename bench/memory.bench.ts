/**
 * Memory of the server with 1,000 live simulations of the help desk pair, each run to its middle: the agent polls, the user is asked for the
 * password. Above the same server when nothing had been created yet; after a garbage collection, all of the process (RSS) and what JavaScript holds.
 */
import type { ChildProcess } from 'node:child_process';
import { Connection, json } from './support/client.ts';
import { ENDPOINT, pendingWait } from './support/helpDesk.ts';
import { ratio, table } from './support/report.ts';
import { startedTandem } from './support/server.ts';

const SIMULATIONS = Number(process.env.SIMULATIONS ?? 1_000);
const CLIENTS = 8;
const WANTED_MB = 300;
const MB = 1 << 20;

function memoryOf(child: ChildProcess): Promise<NodeJS.MemoryUsage> {
  return new Promise((resolve) => {
    child.once('message', (message) => resolve(message as NodeJS.MemoryUsage));
    child.send('memory');
  });
}

const tandem = await startedTandem(['--expose-gc', '--import', './bench/support/memoryProbe.mjs']);
try {
  const origin = new URL(tandem.url);
  const idle = await memoryOf(tandem.child);
  let left = SIMULATIONS;
  const client = async (): Promise<void> => {
    const connection = new Connection(origin);
    while (left-- > 0) {
      const { id, baseUrl } = await json(connection, '/api/simulations', { realm: 'alpha' });
      const endpoint = `${baseUrl}${ENDPOINT}`;
      await pendingWait(connection, endpoint);
      const { transactions } = (await (await fetch(`${tandem.url}/api/simulations/${id}`)).json()) as { transactions: { redirectUri: string }[] };
      await json(connection, endpoint + new URL(transactions[0]?.redirectUri ?? '').search, {});
    }
    connection.close();
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  const full = await memoryOf(tandem.child);
  const above = (what: 'rss' | 'heapUsed'): number => (full[what] - idle[what]) / MB;
  table([
    ['idle server, RSS in MB', idle.rss / MB],
    [`${SIMULATIONS} simulations, RSS above it in MB`, above('rss')],
    [`${SIMULATIONS} simulations, heap above it in MB`, above('heapUsed')],
    ['one simulation, heap in KB', (above('heapUsed') * 1024) / SIMULATIONS],
  ]);
  ratio(`RSS above idle to the ${WANTED_MB} MB wanted`, above('rss') / WANTED_MB);
} finally {
  await tandem.end();
}
