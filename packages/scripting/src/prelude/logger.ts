import { display } from './encode.ts';
import type { Native } from './native.ts';
import { binding, indexOfText, isArray, quote } from './primordials.ts';

/**
 * slf4j's rules: each `{}` takes the next argument, spare `{}` stay, surplus arguments are dropped, `\{}` is a literal `{}`.
 */
function format(pattern: string, args: readonly unknown[]): string {
  // Most lines have none, and QuickJS is slow at walking through a text.
  if (indexOfText(pattern, '{}') < 0) return pattern;
  let line = '';
  let next = 0;
  for (let i = 0; i < pattern.length; i++) {
    const here = pattern[i] as string;
    if (here === '\\' && pattern[i + 1] === '{' && pattern[i + 2] === '}') {
      line += '{}';
      i += 2;
    } else if (here === '{' && pattern[i + 1] === '}' && next < args.length) {
      line += display(args[next++]);
      i += 1;
    } else line += here;
  }
  return line;
}

/** A line of the script's log. */
export function logLine(native: Native, level: string, message: string): void {
  native.record(`l{"level":${quote(level)},"message":${quote(message)}}`);
}

type Log = (message: unknown, ...args: unknown[]) => void;
function writer(native: Native, level: string): Log {
  return (message, ...args) => {
    const values = args.length === 1 && isArray(args[0]) ? args[0] : args;
    logLine(native, level, format(display(message), values));
  };
}
const enabled = () => true;

/** `logger` of next-generation scripts. */
export function loggerBinding(native: Native, scriptName: string): Record<string, unknown> {
  return binding({
    trace: writer(native, 'trace'),
    debug: writer(native, 'debug'),
    info: writer(native, 'info'),
    warn: writer(native, 'warn'),
    error: writer(native, 'error'),
    isTraceEnabled: enabled,
    isDebugEnabled: enabled,
    isInfoEnabled: enabled,
    isWarnEnabled: enabled,
    isErrorEnabled: enabled,
    getName: () => `scripts.${scriptName}`,
  });
}

/** `logger` of legacy scripts: AM's old Debug, whose `message` is the finest level. */
export function legacyLoggerBinding(native: Native): Record<string, unknown> {
  return binding({
    message: writer(native, 'debug'),
    warning: writer(native, 'warn'),
    error: writer(native, 'error'),
    messageEnabled: enabled,
    warningEnabled: enabled,
    errorEnabled: enabled,
  });
}
