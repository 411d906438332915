import { ConfigError, readConfig } from './config.ts';
import { logError } from './log.ts';
import { OpenFileError } from './open-file.ts';
import { start } from './start.ts';
import { FolderInUseError } from './storage/lock.ts';

/** After this many ms the process ends even when something does not want to. */
const LAST_RESORT = 900;

// A defect in one corner must not end everybody's runs; what was stored is safe either way.
process.on('unhandledRejection', (error) => logError('Unhandled rejection', error));

const print = (line: string): void => void process.stdout.write(`${line}\n`);

try {
  const running = await start(readConfig(process.env, process.argv.slice(2), process.cwd()), print, import.meta.url);
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(0), LAST_RESORT).unref();
    running.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`Stopping failed: ${String(error)}\n`);
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  print(`Tandem is ready at ${running.url}`);
} catch (error) {
  const expected = error instanceof ConfigError || error instanceof FolderInUseError || error instanceof OpenFileError;
  process.stderr.write(`${expected ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
}
