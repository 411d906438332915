/** Failures that cost no wait: whoever mistypes a password. */
const FREE = 5;
/** Where many clients cannot be told apart. */
const FREE_TOGETHER = 50;
const FIRST_WAIT = 1000;
const LONGEST_WAIT = 15 * 60_000;
/** After so long without a failure, in ms, all are forgotten. */
const MEMORY = 60 * 60_000;
/** Checks of one client that may wait for their turn, and clients that are remembered. */
const MOST_WAITING = 20;
const MOST_CLIENTS = 10_000;

interface Client {
  failures: number;
  /** Of the last failure, epoch ms. */
  failedAt: number;
  waiting: number;
}

/** Somebody tried too often; nothing was checked. */
export class TooManyAttempts extends Error {
  override readonly name = 'TooManyAttempts';
  constructor(readonly seconds: number) {
    super(`Too many attempts to sign in failed. Try again in ${wordsOf(seconds)}.`);
  }
}

function wordsOf(seconds: number): string {
  const [count, unit] = seconds < 90 ? [seconds, 'second'] : [Math.ceil(seconds / 60), 'minute'];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

/**
 * How often a password may be tried: five failures are free, then the wait doubles from one second to a quarter of an hour. Checks are done one after
 * the other, so that nobody tries a hundred passwords before the first failure counts, or keeps all of the machine busy with hashes.
 */
export class Attempts {
  private readonly clients = new Map<string, Client>();
  private turn: Promise<unknown> = Promise.resolve();

  /** @param now epoch ms */
  constructor(private readonly now: () => number = Date.now) {}

  /**
   * @param names whose attempt it is: the client first, then groups it belongs to
   * @param check whether the password fits
   * @throws TooManyAttempts
   */
  async attempt(names: readonly string[], check: () => Promise<boolean>): Promise<boolean> {
    const clients = names.map((name) => this.clientOf(name));
    const [client] = clients;
    this.refuse(clients);
    if (!client || client.waiting >= MOST_WAITING) throw new TooManyAttempts(1);
    client.waiting += 1;
    const checked = this.turn.then(async () => {
      this.refuse(clients);
      const fits = await check();
      if (fits) client.failures = 0;
      else for (const failed of clients) this.fail(failed);
      return fits;
    });
    this.turn = checked.catch(() => undefined);
    try {
      return await checked;
    } finally {
      client.waiting -= 1;
    }
  }

  private refuse([client, ...groups]: readonly Client[]): void {
    const until = Math.max(client ? waitEnd(client, FREE) : 0, ...groups.map((group) => waitEnd(group, FREE_TOGETHER)));
    const left = until - this.now();
    if (left > 0) throw new TooManyAttempts(Math.ceil(left / 1000));
  }

  private fail(client: Client): void {
    const at = this.now();
    client.failures = at - client.failedAt > MEMORY ? 1 : client.failures + 1;
    client.failedAt = at;
  }

  private clientOf(name: string): Client {
    const known = this.clients.get(name);
    if (known) return known;
    const oldest = this.clients.size < MOST_CLIENTS ? undefined : this.clients.keys().next().value;
    if (oldest !== undefined) this.clients.delete(oldest);
    const client = { failures: 0, failedAt: 0, waiting: 0 };
    this.clients.set(name, client);
    return client;
  }
}

/** Until when a client has to wait, epoch ms. */
function waitEnd({ failures, failedAt }: Client, free: number): number {
  return failures < free ? 0 : failedAt + Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (failures - free));
}
