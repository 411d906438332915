import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { readText } from './body.ts';
import { createHttpServer } from './server.ts';

it.each([
  ['a head', 'POST /x HTTP/1.1\r\nHost: localhost\r\nX-'],
  ['a body', 'POST /x HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n{'],
])('%s that never ends is cut off with 408, while others are answered', async (_what, bytes) => {
  const server = createHttpServer(
    (req, res) =>
      void readText(req, 10_000).then(
        () => res.end('read'),
        () => res.destroy(),
      ),
    {
      headersTimeout: 100,
      requestTimeout: 200,
      connectionsCheckingInterval: 50,
    },
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const slow = connect(port, '127.0.0.1');
  let heard = '';
  slow.on('data', (chunk) => {
    heard += chunk.toString();
  });
  slow.write(bytes);
  // A byte now and then does not buy more time.
  const drip = setInterval(() => slow.writable && slow.write('a'), 20);
  slow.on('error', () => undefined);
  expect(await (await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: '{}' })).text()).toBe('read');
  await once(slow, 'close');
  clearInterval(drip);
  expect(heard).toMatch(/^HTTP\/1\.1 408 /);
});
