import type { ServerResponse } from 'node:http';
import type { TopicSource } from './hub.ts';
import { frameOf, type LiveMessage } from './message.ts';
import { type Cursors, formatId, type Topic, topicName } from './topics.ts';

interface Limits {
  page: number;
  /** Bytes that may wait for this client now. */
  buffer(): number;
}

/** A client that reads nothing for so many heartbeats is gone. */
const STALLED_BEATS = 2;
/** Characters written at a time. */
const PIECE = 65_536;

/**
 * One client's stream. First it is given what it missed, page by page and no faster than it reads; what happens meanwhile waits. Then it
 * follows live. A client that cannot follow is dropped: it comes back with its Last-Event-ID and is given the gap.
 */
export class Subscriber {
  private readonly cursors: Map<string, number>;
  /** Live messages that arrived while the past was being sent; undefined once the client is live. */
  private waiting: { topic: string; messages: readonly LiveMessage[] }[] | undefined = [];
  private waitingBytes = 0;
  /** Heartbeats since the client last read something of the past it is being given. */
  private stalled = 0;
  private pending = '';
  private scheduled = false;

  constructor(
    private readonly res: ServerResponse,
    readonly topics: readonly { topic: Topic; source: TopicSource }[],
    seen: Cursors,
    private readonly limits: Limits,
  ) {
    this.cursors = new Map(seen);
  }

  async start(): Promise<void> {
    for (const { topic, source } of this.topics) {
      const name = topicName(topic);
      const latest = (await source.latest(topic.id)) ?? 0;
      const seen = this.cursors.get(name);
      // A seq from the future was counted in another data folder: there is no gap that could be named.
      this.cursors.set(name, seen === undefined ? latest : Math.min(seen, latest));
    }
    // Only these topics, in this order: an id must not name what this client did not ask for.
    const order = this.topics.map(({ topic }) => topicName(topic));
    for (const name of [...this.cursors.keys()]) if (!order.includes(name)) this.cursors.delete(name);
    this.write(`retry: 1000\nid: ${formatId(this.cursors)}\n: connected\n\n`);
    for (const { topic, source } of this.topics) await this.catchUp(topic, source);
    const waiting = this.waiting ?? [];
    this.waiting = undefined;
    for (const { topic, messages } of waiting) this.deliver(topic, messages);
  }

  /** Takes live messages of one of its topics. */
  push(topic: string, messages: readonly LiveMessage[]): void {
    if (this.waiting === undefined) {
      this.deliver(topic, messages);
      return;
    }
    this.waiting.push({ topic, messages });
    for (const message of messages) this.waitingBytes += frameOf(message).length;
    if (this.waitingBytes > this.limits.buffer()) this.drop();
  }

  beat(): void {
    if (this.waiting === undefined) this.write(': still here\n\n');
    else if (this.res.writableNeedDrain && ++this.stalled >= STALLED_BEATS) this.drop();
  }

  end(): void {
    this.flush();
    this.res.end();
  }

  drop(): void {
    this.waiting = [];
    this.waitingBytes = 0;
    this.pending = '';
    this.res.destroy();
  }

  private async catchUp(topic: Topic, source: TopicSource): Promise<void> {
    const name = topicName(topic);
    for (;;) {
      const messages = await source.after(topic.id, this.cursors.get(name) ?? 0, this.limits.page);
      if (this.res.destroyed) return;
      this.deliver(name, messages);
      this.flush();
      await this.read();
      if (messages.length < this.limits.page) break;
    }
    if (source.greeting) this.deliver(name, await source.greeting(topic.id));
  }

  /** Resolves when the client has taken what was written, or is gone. */
  private async read(): Promise<void> {
    if (!this.res.writableNeedDrain) return;
    await new Promise<void>((resolve) => {
      const done = (): void => {
        this.res.off('drain', done).off('close', done);
        resolve();
      };
      this.res.on('drain', done).on('close', done);
    });
    this.stalled = 0;
  }

  private deliver(topic: string, messages: readonly LiveMessage[]): void {
    const before = this.cursors.get(topic) ?? 0;
    for (const message of messages) {
      if (message.seq === undefined) {
        this.write(`${frameOf(message)}\n`);
      } else if (message.seq > before) {
        this.cursors.set(topic, message.seq);
        this.write(`${frameOf(message)}id: ${formatId(this.cursors)}\n\n`);
      }
    }
  }

  /** Collects what is written in one turn of the event loop into one piece. */
  private write(text: string): void {
    if (this.res.destroyed || this.res.writableEnded) return;
    this.pending += text;
    // A burst within one turn is no sign of a slow client: let the socket take what it can before judging.
    if (this.pending.length > PIECE) this.flush();
    // The past is paced by the client's reading; only what happens live can pile up.
    if (this.waiting === undefined && this.pending.length + this.res.writableLength > this.limits.buffer()) {
      this.drop();
      return;
    }
    if (this.scheduled) return;
    this.scheduled = true;
    setImmediate(() => {
      this.scheduled = false;
      this.flush();
    });
  }

  private flush(): void {
    if (this.pending === '' || this.res.destroyed || this.res.writableEnded) return;
    const text = this.pending;
    this.pending = '';
    this.res.write(text);
  }
}
