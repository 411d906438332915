/**
 * Options of Node for the process that runs the engine.
 *
 * A node visit leaves about 6 KB of short-lived objects (log, patches, views) beside states that live for minutes. With Node's own 16 MB the young
 * generation fills every few thousand visits, and states that are merely waiting for the next answer are copied and promoted with it: a third of a
 * visit's time was the garbage collector's. 32 MB halve that, for about 15 MB more memory.
 */
export const SERVER_FLAGS = ['--max-semi-space-size=32'];
