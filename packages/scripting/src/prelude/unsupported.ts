import { binding, FailureError } from './primordials.ts';

export function notSimulated(what: string): never {
  throw new FailureError(`not simulated: ${what}`);
}

/** A binding whose methods all say that they are not simulated. */
export function unsupported(name: string, methods: readonly string[]): Record<string, unknown> {
  const members: Record<string, unknown> = {};
  for (let i = 0; i < methods.length; i++) {
    const method = methods[i] as string;
    members[method] = () => notSimulated(`${name}.${method}`);
  }
  return binding(members);
}
