import type { AddressInfo } from 'node:net';
import express from 'express';

/** The least that could answer these bytes: parses JSON, sends JSON. Without the digest that Express makes of every answer, as Tandem goes without. */
const answer = JSON.parse(process.env.ANSWER ?? '{}') as unknown;
const app = express();
app.disable('etag');
app.disable('x-powered-by');
app.use(express.json());
app.post('/', (_req, res) => void res.json(answer));
const server = app.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
});
