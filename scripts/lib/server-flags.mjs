/**
 * Options of Node for the process that runs the engine.
 *
 * A node visit leaves about 6 KB of short-lived objects (log, patches, views) beside states that live for minutes. With Node's own 16 MB the young
 * generation fills every few thousand visits, and states that are merely waiting for the next answer are copied and promoted with it. With 32 MB
 * visits are about a quarter faster (`npm run bench -- engine`), and 1,000 live simulations stay within their 300 MB (`npm run bench -- memory`).
 */
export const SERVER_FLAGS = ['--max-semi-space-size=32'];
