import { connect, type Socket } from 'node:net';

/** So many watchers of a stream of server-sent events, as far as counting what they get takes. */
export class Watchers {
  private readonly sockets: Socket[] = [];
  /** Messages that each has got. */
  private readonly counts: number[] = [];
  private waiting: { wanted: number; resolve(): void } | undefined;

  /** Opens them all. */
  async open(count: number, url: string): Promise<void> {
    const { hostname, port, pathname, search, host } = new URL(url);
    await Promise.all(
      Array.from({ length: count }, (_, index) => {
        this.counts[index] = 0;
        return new Promise<void>((resolve, reject) => {
          const socket = connect(Number(port), hostname);
          this.sockets.push(socket);
          socket.on('error', reject);
          let opened = false;
          let rest = '';
          socket.on('data', (bytes) => {
            const text = rest + bytes.toString('latin1');
            // A name may be parted by the border of two packets.
            const end = text.lastIndexOf('\n') + 1;
            rest = text.slice(end);
            const got = text.slice(0, end).split('event: event\n').length - 1;
            if (!opened) resolve();
            opened = true;
            if (got > 0) this.take(index, got);
          });
          socket.write(`GET ${pathname}${search} HTTP/1.1\r\nHost: ${host}\r\nAccept: text/event-stream\r\n\r\n`);
        });
      }),
    );
  }

  /** Resolves when every one has got so many messages more than at the last call. */
  async all(more: number): Promise<void> {
    this.base += more;
    const wanted = this.base;
    if (this.counts.every((count) => count >= wanted)) return;
    await new Promise<void>((resolve) => {
      this.waiting = { wanted, resolve };
    });
  }
  private base = 0;

  close(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  private take(index: number, got: number): void {
    this.counts[index] = (this.counts[index] ?? 0) + got;
    const { waiting } = this;
    if (!waiting || this.counts.some((count) => count < waiting.wanted)) return;
    this.waiting = undefined;
    waiting.resolve();
  }
}
