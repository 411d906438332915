/**
 * One authenticate round trip, script-free and stored, against a bare Express handler that takes and answers the same bytes. Both are processes of
 * their own, measured in turn in the same run, over the same kept connections of the same client.
 *
 * The step is the help desk agent's poll: "Pending Wait" is answered and asks again. It starts no script and checks no password. Starting the journey
 * is measured besides: there every request leaves one more session behind.
 */
import { Connection, json } from './support/client.ts';
import { ENDPOINT, pendingWait, STARTED } from './support/helpDesk.ts';
import { median, ratio, table } from './support/report.ts';
import { ended, type Started, startedServer, startedTandem } from './support/server.ts';

const CLIENTS = 16;
const REQUESTS = 800;
const ROUNDS = Number(process.env.ROUNDS ?? 9);
const WARM_UP = 4;

type Request = (client: number) => Promise<void>;

async function perSecond(request: Request): Promise<number> {
  let left = REQUESTS;
  const start = performance.now();
  const client = async (_: unknown, index: number): Promise<void> => {
    while (left-- > 0) await request(index);
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  return REQUESTS / ((performance.now() - start) / 1000);
}

async function compare(name: string, ours: Request, bare: Request): Promise<void> {
  for (let round = 0; round < WARM_UP; round++) for (const request of [ours, bare]) await perSecond(request);
  const rounds: { ours: number; bare: number }[] = [];
  for (let round = 0; round < ROUNDS; round++) rounds.push({ ours: await perSecond(ours), bare: await perSecond(bare) });
  table([
    [`${name}, stored, requests/s`, median(rounds.map((round) => round.ours))],
    ['bare Express, the same bytes, requests/s', median(rounds.map((round) => round.bare))],
  ]);
  ratio(`${name} to bare Express`, median(rounds.map((round) => round.ours / round.bare)));
}

/** The peer, answering these bytes. */
async function withBare(body: string, work: (url: URL) => Promise<void>): Promise<void> {
  const bare: Started = await startedServer(['--import', 'tsx', 'bench/support/bare.ts'], { ANSWER: body });
  try {
    await work(new URL(bare.url));
  } finally {
    await ended(bare.child);
  }
}

function connected(origin: URL): Connection[] {
  return Array.from({ length: CLIENTS }, () => new Connection(origin));
}

async function expectOk(connection: Connection, path: string, body: string): Promise<string> {
  const answer = await connection.post(path, body);
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${answer.body}`);
  return answer.body;
}

const tandem = await startedTandem();
try {
  const clients = connected(new URL(tandem.url));
  const [first] = clients as [Connection];
  const newSimulation = async (): Promise<string> => String((await json(first, '/api/simulations', { realm: 'alpha' })).baseUrl) + ENDPOINT;

  const polled = await newSimulation();
  const steps: string[] = [];
  for (const client of clients) steps.push(JSON.stringify(await pendingWait(client, polled)));
  await withBare(steps[0] ?? '', async (url) => {
    const peers = connected(url);
    // What comes back is what is sent next, to both: Tandem's authId is good for one step.
    const ours: Request = async (n) => {
      steps[n] = await expectOk(clients[n] as Connection, polled, steps[n] as string);
    };
    const bare: Request = async (n) => void (await expectOk(peers[n] as Connection, '/', steps[n] as string));
    await compare('answer to a poll', ours, bare);
    for (const peer of peers) peer.close();
  });

  const started = (await newSimulation()) + STARTED;
  await withBare(await expectOk(first, started, '{}'), async (url) => {
    const peers = connected(url);
    const ours: Request = async (n) => void (await expectOk(clients[n] as Connection, started, '{}'));
    const bare: Request = async (n) => void (await expectOk(peers[n] as Connection, '/', '{}'));
    await compare('start of a journey', ours, bare);
    for (const peer of peers) peer.close();
  });
  for (const client of clients) client.close();
} finally {
  await tandem.end();
}
