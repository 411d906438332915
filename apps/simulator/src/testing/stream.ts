import { get, type IncomingMessage } from 'node:http';
import { onTestFinished } from 'vitest';

export interface StreamedMessage {
  id: string | undefined;
  event: string | undefined;
  data: unknown;
}

/** A client of server-sent events, as far as the tests need one. */
export interface TestStream {
  status: number;
  res: IncomingMessage;
  /** Resolves with the first `count` messages received since the last call. */
  take(count: number): Promise<StreamedMessage[]>;
  /** Comments received so far. */
  comments: string[];
  /** Newest id, as a browser would send it back. */
  lastId(): string | undefined;
  /** Resolves when the other side ended the stream. */
  ended: Promise<void>;
  close(): void;
}

export function openStream(url: string, headers: Record<string, string> = {}): Promise<TestStream> {
  return new Promise((resolve, reject) => {
    const req = get(url, { headers }, (res) => {
      const messages: StreamedMessage[] = [];
      const comments: string[] = [];
      const waiting: (() => void)[] = [];
      let rest = '';
      let lastId: string | undefined;
      res.setEncoding('utf8');
      res.on('data', (chunk: string) => {
        const blocks = (rest + chunk).split('\n\n');
        rest = blocks.pop() ?? '';
        for (const block of blocks) {
          const lines = block.split('\n');
          const value = (name: string) => lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
          comments.push(...lines.filter((line) => line.startsWith(':')));
          lastId = value('id') ?? lastId;
          const data = value('data');
          if (data !== undefined) messages.push({ id: value('id'), event: value('event'), data: JSON.parse(data) as unknown });
        }
        for (const wake of waiting.splice(0)) wake();
      });
      const ended = new Promise<void>((done) => {
        res.once('close', done);
      });
      res.on('error', () => undefined);
      onTestFinished(() => void req.destroy());
      resolve({
        status: res.statusCode ?? 0,
        res,
        comments,
        ended,
        lastId: () => lastId,
        close: () => req.destroy(),
        async take(count) {
          while (messages.length < count) await new Promise<void>((wake) => waiting.push(wake));
          return messages.splice(0, count);
        },
      });
    });
    req.on('error', reject);
  });
}
