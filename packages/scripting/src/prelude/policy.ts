import type { Ask } from './host-call.ts';
import { binding, toText } from './primordials.ts';

/** `policy.evaluate(subject, application, resources, environment)`: the driver answers with the stub of the REST request that it is like. */
export function policyBinding(ask: Ask): Record<string, unknown> {
  return binding({
    evaluate: (subject: unknown, application: unknown, resources: unknown, environment: unknown) =>
      ask('policy', 'evaluate', [subject, toText(application), resources, environment]),
  });
}
