import { afterAll } from 'vitest';
import type { ScriptHost } from '../host/types.ts';
import { createScriptPool, type ScriptPoolOptions } from '../node/pool.ts';
import type { ScriptBindings, ScriptEffect, ScriptResult } from '../types.ts';
import { effectOf, hostOf } from './support.ts';

export interface TestPool {
  run(source: string, bindings?: Partial<ScriptBindings>, effect?: Partial<ScriptEffect>, host?: ScriptHost): Promise<ScriptResult>;
  /** Value that the script left in the global `outcome`; throws what the script threw. */
  value(source: string, bindings?: Partial<ScriptBindings>, effect?: Partial<ScriptEffect>, host?: ScriptHost): Promise<unknown>;
}

/** A pool of one worker for one test file. */
export function testPool(options: Partial<ScriptPoolOptions> = {}): TestPool {
  const pool = createScriptPool({ size: 1, ...options });
  afterAll(() => pool.close());
  const run: TestPool['run'] = (source, bindings, effect, host = hostOf()) => pool.run(effectOf(source, bindings, effect), host);
  return {
    run,
    async value(...args) {
      const result = await run(...args);
      if (result.error) throw new Error(result.error.message);
      return result.outcome;
    },
  };
}
