import type { IncomingMessage } from 'node:http';
import type { AmContext } from './serve.ts';

/** A Link header to this moment in the workbench: from an application's network tab to where the run then stood. */
export function momentLink(req: IncomingMessage, { runtime, publicUrl }: AmContext): readonly string[] {
  const origin = publicUrl?.href.replace(/\/+$/, '') ?? `http://${req.headers.host ?? 'localhost'}`;
  return ['Link', `<${origin}/simulations/${encodeURIComponent(runtime.id)}?moment=${runtime.state.seq}>; rel="describedby"`];
}
