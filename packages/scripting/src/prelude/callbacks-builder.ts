import { shapes } from './callback-shapes.ts';
import { append, binding, call, keysOf } from './primordials.ts';

/** `callbacksBuilder`: each call adds one callback, as JSON text, to `sent`. */
export function callbacksBuilderBinding(sent: string[]): Record<string, unknown> {
  const members: Record<string, unknown> = {};
  const names = keysOf(shapes);
  for (let i = 0; i < names.length; i++) {
    const name = names[i] as keyof typeof shapes;
    members[name] = (...args: unknown[]) => append(sent, call(shapes[name], undefined, args) as string);
  }
  return binding(members);
}
