import { connect, type Socket } from 'node:net';

/** Node closes a connection that was idle for 5 s: one that may be closed any moment is replaced before. */
const IDLE_MS = 3000;

export interface Answer {
  status: number;
  body: string;
}

/**
 * One HTTP/1.1 connection that is kept open and has one request under way at a time. Node's own client takes as long for a request as a bare server
 * does, so with it a bench would measure the client; this one knows just enough for answers with a Content-Length.
 */
export class Connection {
  private socket: Socket;
  private used = performance.now();
  private received = Buffer.alloc(0);
  private answered: ((answer: Answer) => void) | undefined;
  private failed: ((error: Error) => void) | undefined;

  constructor(private readonly origin: URL) {
    this.socket = this.connected();
  }

  post(path: string, body: string): Promise<Answer> {
    const head = `POST ${path} HTTP/1.1\r\nHost: ${this.origin.host}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n`;
    const now = performance.now();
    if (now - this.used > IDLE_MS) {
      this.close();
      this.socket = this.connected();
    }
    this.used = now;
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

  private connected(): Socket {
    this.received = Buffer.alloc(0);
    const socket: Socket = connect(Number(this.origin.port), this.origin.hostname).setNoDelay(true);
    socket.on('data', (bytes) => {
      this.received = this.received.length === 0 ? bytes : Buffer.concat([this.received, bytes]);
      this.take();
    });
    const failed = (error: Error): void => {
      if (socket === this.socket) this.failed?.(error);
    };
    socket.on('error', failed);
    socket.on('close', () => failed(new Error('The server closed the connection.')));
    return socket;
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
