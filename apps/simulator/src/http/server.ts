import { createServer, type RequestListener, type Server } from 'node:http';

/** How long clients may take, in ms. */
interface Patience {
  /** For the head of a request. */
  headersTimeout: number;
  /** For all of it: the largest import by a slow line. */
  requestTimeout: number;
  /** How often that is looked at. */
  connectionsCheckingInterval: number;
}

const PATIENCE: Patience = { headersTimeout: 20_000, requestTimeout: 120_000, connectionsCheckingInterval: 5_000 };
/** Node ends idle connections after 5 s, often in the very moment that a client sends its next request on one. */
const KEEP_ALIVE_MS = 65_000;

/** A server that nobody keeps busy by sending slowly: such a request gets 408 and its connection ends. Answers may take as long as they like. */
export function createHttpServer(listener: RequestListener, patience: Patience = PATIENCE): Server {
  return createServer({ keepAliveTimeout: KEEP_ALIVE_MS, ...patience }, listener);
}
