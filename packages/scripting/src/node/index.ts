export type { ScriptPool, ScriptPoolOptions } from './pool.ts';
export { createScriptPool } from './pool.ts';
