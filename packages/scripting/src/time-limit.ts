/**
 * Milliseconds that a script may take in a journey, unless its pool is told otherwise: long enough for any sensible script on a busy machine, short
 * enough that a journey with an endless one fails within a second.
 */
export const SCRIPT_MS = 800;
