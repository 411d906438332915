import { readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * The least that could serve a log and its watchers: `GET /` answers the bytes of a file, `GET /events` is a stream of server-sent events, and what
 * is posted goes to everybody who watches.
 */
const file = readFileSync(process.env.ANSWER ?? '');
const watching = new Set<ServerResponse>();
const server = createServer((req, res) => {
  if (req.url === '/events') {
    res.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' }).write(':\n\n');
    watching.add(res);
    res.on('close', () => watching.delete(res));
  } else if (req.method === 'POST') {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('end', () => {
      const message = `event: event\ndata: ${Buffer.concat(chunks).toString()}\n\n`;
      for (const watcher of watching) watcher.write(message);
      res.writeHead(200, { 'Content-Length': '2', 'Content-Type': 'application/json' }).end('{}');
    });
  } else res.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': String(file.length) }).end(file);
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
});
