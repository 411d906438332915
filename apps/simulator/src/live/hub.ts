import type { ServerResponse } from 'node:http';
import { logError } from '../log.ts';
import type { LiveMessage } from './message.ts';
import { Subscriber } from './subscriber.ts';
import { type Cursors, type Topic, topicName } from './topics.ts';

/** Knows one kind of topic: where it stands, and what a client missed. */
export interface TopicSource {
  /** Seq of the newest message, undefined when there is no such topic. */
  latest(id: string): Promise<number | undefined> | number | undefined;
  /** Messages after `seq`, in order, at most `limit`. Messages that share a seq are never parted. */
  after(id: string, seq: number, limit: number): Promise<readonly LiveMessage[]> | readonly LiveMessage[];
  /** What every client gets first, resumed or not, e.g. the clock. */
  greeting?(id: string): Promise<readonly LiveMessage[]> | readonly LiveMessage[];
}

export interface HubLimits {
  /** Between comments that keep proxies from closing an idle stream, and that find out dead clients. */
  heartbeatMs: number;
  /** Bytes that may wait for one client; a slower reader is dropped and comes back with its Last-Event-ID. */
  bufferBytes: number;
  /** Bytes that may wait for all clients together: with many clients each may hold less. */
  totalBytes: number;
  /** Messages read from a source at a time. */
  page: number;
}

const DEFAULTS: HubLimits = { heartbeatMs: 15_000, bufferBytes: 1_048_576, totalBytes: 67_108_864, page: 200 };

/** Hands what happens to everybody who watches. */
export interface EventHub {
  /** Names the source of a kind of topic: `sim`, `realm`. */
  register(kind: string, source: TopicSource): void;
  /** Sends messages to the topic's watchers. Publish in the order of seq, after they can be read from the source. */
  publish(topic: string, messages: readonly LiveMessage[]): void;
  /** Topics of the list that do not exist. */
  missing(topics: readonly Topic[]): Promise<Topic[]>;
  /** Streams the topics into a response until either side ends it. */
  connect(res: ServerResponse, topics: readonly Topic[], seen: Cursors): void;
  /** Watchers now. */
  readonly size: number;
  /** Ends all streams. */
  close(): void;
}

export function createHub(limits: Partial<HubLimits> = {}): EventHub {
  const settings = { ...DEFAULTS, ...limits };
  const sources = new Map<string, TopicSource>();
  const subscribers = new Set<Subscriber>();
  const byTopic = new Map<string, Set<Subscriber>>();
  const heartbeat = setInterval(() => {
    for (const subscriber of subscribers) subscriber.beat();
  }, settings.heartbeatMs);
  heartbeat.unref();

  const forget = (subscriber: Subscriber): void => {
    subscribers.delete(subscriber);
    for (const { topic } of subscriber.topics) {
      const name = topicName(topic);
      const watchers = byTopic.get(name);
      watchers?.delete(subscriber);
      if (watchers?.size === 0) byTopic.delete(name);
    }
  };

  return {
    get size() {
      return subscribers.size;
    },
    register: (kind, source) => sources.set(kind, source),
    publish(topic, messages) {
      for (const subscriber of byTopic.get(topic) ?? []) subscriber.push(topic, messages);
    },
    async missing(topics) {
      const found = await Promise.all(topics.map(async (topic) => (await sources.get(topic.kind)?.latest(topic.id)) !== undefined));
      return topics.filter((_, index) => !found[index]);
    },
    connect(res, topics, seen) {
      const known = topics.flatMap((topic) => {
        const source = sources.get(topic.kind);
        return source ? [{ topic, source }] : [];
      });
      const subscriber = new Subscriber(res, known, seen, {
        ...settings,
        buffer: () => Math.min(settings.bufferBytes, Math.floor(settings.totalBytes / Math.max(1, subscribers.size))),
      });
      subscribers.add(subscriber);
      for (const topic of topics.map(topicName)) {
        const watchers = byTopic.get(topic) ?? new Set();
        byTopic.set(topic, watchers.add(subscriber));
      }
      res.once('close', () => forget(subscriber));
      subscriber.start().catch((error: unknown) => {
        logError('A live stream failed', error);
        subscriber.drop();
      });
    },
    close() {
      clearInterval(heartbeat);
      for (const subscriber of subscribers) subscriber.end();
    },
  };
}
