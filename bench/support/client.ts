import { connect, type Socket } from 'node:net';

export interface Answer {
  status: number;
  body: string;
}

/**
 * One HTTP/1.1 connection that is kept open and has one request under way at a time. Node's own client takes as long for a request as a bare server
 * does, so with it a bench would measure the client; this one knows just enough for answers with a Content-Length.
 */
export class Connection {
  private readonly socket: Socket;
  private received = Buffer.alloc(0);
  private answered: ((answer: Answer) => void) | undefined;
  private failed: ((error: Error) => void) | undefined;

  constructor(private readonly origin: URL) {
    this.socket = connect(Number(origin.port), origin.hostname).setNoDelay(true);
    this.socket.on('data', (bytes) => {
      this.received = this.received.length === 0 ? bytes : Buffer.concat([this.received, bytes]);
      this.take();
    });
    this.socket.on('error', (error) => this.failed?.(error));
    this.socket.on('close', () => this.failed?.(new Error('The server closed the connection.')));
  }

  post(path: string, body: string): Promise<Answer> {
    const head = `POST ${path} HTTP/1.1\r\nHost: ${this.origin.host}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n`;
    return new Promise((resolve, reject) => {
      this.answered = resolve;
      this.failed = reject;
      this.socket.write(head + body);
    });
  }

  close(): void {
    this.failed = undefined;
    this.socket.destroy();
  }

  private take(): void {
    const end = this.received.indexOf('\r\n\r\n');
    if (end < 0) return;
    const head = this.received.toString('latin1', 0, end);
    const start = end + 4;
    const stop = start + Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? Number.NaN);
    if (!(this.received.length >= stop)) return;
    const answer = { status: Number(head.slice(9, 12)), body: this.received.toString('utf8', start, stop) };
    this.received = this.received.subarray(stop);
    this.answered?.(answer);
  }
}

export async function json(connection: Connection, path: string, body: unknown): Promise<Record<string, unknown>> {
  const answer = await connection.post(path, JSON.stringify(body));
  if (answer.status >= 300) throw new Error(`${path} answered ${answer.status}: ${answer.body}`);
  return JSON.parse(answer.body) as Record<string, unknown>;
}
