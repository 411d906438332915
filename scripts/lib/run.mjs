import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** How long children may take to end after SIGTERM, in ms; a server under `npm start` is gone within a second. */
const GRACE = 700;

const running = new Set();
let stopping;

/**
 * Starts a program in a process group of its own, so that it can be ended with everything it started.
 * @param {string[]} command program and arguments
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export function start([program, ...args], options = {}) {
  const child = spawn(program, args, { cwd: root, stdio: 'inherit', detached: true, ...options });
  running.add(child);
  child.once('close', () => running.delete(child));
  return child;
}

/**
 * Runs a program to its end.
 * @returns {Promise<{ code: number, output: string }>} stdout and stderr in `output` when `quiet`
 */
export function run(command, { quiet = false, env = {}, cwd = root } = {}) {
  return new Promise((resolve) => {
    const child = start(command, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'] });
    const chunks = [];
    child.stdout?.on('data', (chunk) => chunks.push(chunk));
    child.stderr?.on('data', (chunk) => chunks.push(chunk));
    const done = (code, text = '') => resolve({ code, output: Buffer.concat(chunks).toString() + text });
    child.once('error', (error) => done(127, `${command[0]}: ${error.message}\n`));
    child.once('close', (code, signal) => done(code ?? exitCode(signal)));
  });
}

/** Runs a program and throws when it fails. */
export async function must(command, options) {
  const { code, output } = await run(command, options);
  if (code !== 0) throw new Error(`${command.join(' ')} ended with code ${code}\n${output}`.trimEnd());
}

/** Runs a Node script of this repository. */
export const node = (...args) => [process.execPath, ...args];

/** Runs a tool that is installed at the root. */
export const tool = (name, ...args) => [`${root}node_modules/.bin/${name}`, ...args];

/** Ends every running child and its children, the stubborn ones by force, then this process. A later call only changes the exit code. */
export function stop(code) {
  process.exitCode = code;
  if (stopping) return;
  stopping = true;
  const groups = [...running].map((child) => child.pid);
  const signal = (name) => {
    for (const group of groups) {
      try {
        process.kill(-group, name);
      } catch {
        // Already gone.
      }
    }
  };
  const end = () => {
    signal('SIGKILL');
    process.exit();
  };
  signal('SIGTERM');
  setInterval(() => running.size === 0 && end(), 10);
  setTimeout(end, GRACE);
}

/**
 * Ends the children when this process is told to end, or when the npm that started it is gone: npm forwards signals to a shell, and
 * not every shell passes them on. SIGHUP has its default effect, so that nohup works; `lib/serve.mjs` notices.
 */
function endTogether() {
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => stop(exitCode(signal)));
  if (process.env.npm_lifecycle_event) {
    const parent = process.ppid;
    setInterval(() => process.ppid !== parent && stop(exitCode('SIGTERM')), 200).unref();
  }
}

export function exitCode(signal) {
  return 128 + (constants.signals[signal] ?? 0);
}

/** Runs `main` and turns a thrown error into one readable message. */
export async function cli(main) {
  endTogether();
  try {
    const code = await main(process.argv.slice(2));
    if (!stopping && code) process.exitCode = code;
  } catch (error) {
    if (stopping) return;
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    stop(1);
  }
}
