export { createScriptHost } from './host/script-host.ts';
export type { HostAnswer, HostCall, HttpStub, IdentityStore, ScriptHost, ScriptHostOptions } from './host/types.ts';
