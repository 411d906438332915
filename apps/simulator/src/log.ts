/** One line for whoever runs the server. Standard output is for what was asked for, so trouble goes to standard error. */
export function logError(what: string, error: unknown): void {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${what}: ${detail}\n`);
}
