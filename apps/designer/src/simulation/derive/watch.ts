import type { Session, Transaction } from '@tandem/engine/view';
import type { Json, JsonObject } from '@tandem/journey';

/** What an expression can speak of. */
interface Watched {
  session: Session | null;
  transaction: Transaction | null;
}

/**
 * The value of a watch expression: a key of node state, or a path into one (`objectAttributes.mail`, `roles[0]`, `transaction.state`). A key that
 * itself has dots in it is found as a whole. Scopes in the order in which AM's nodeState.get looks: transient, secure, shared.
 *
 * @returns undefined: nothing is there
 */
export function watchValue(expression: string, { session, transaction }: Watched): Json | undefined {
  const text = expression.trim();
  if (text === '') return undefined;
  const roots: JsonObject[] = session ? [session.transient, session.secure, session.shared] : [];
  for (const root of roots) {
    const found = within(root, text);
    if (found !== undefined) return found;
  }
  const rest = /^transaction\.(.+)$/.exec(text)?.[1];
  return rest !== undefined && transaction ? within(transaction as unknown as JsonObject, rest) : undefined;
}

/** The longest key that the path begins with is meant: keys may have dots in them. */
function within(value: Json, path: string): Json | undefined {
  if (path === '') return value;
  if (typeof value !== 'object' || value === null) return undefined;
  const names = Array.isArray(value) ? [...value.keys()].map(String) : Object.keys(value);
  const fitting = names
    .flatMap((name) => (Array.isArray(value) ? [`[${name}]`, name] : [name]).map((written) => ({ name, written })))
    .filter(({ written }) => path.startsWith(written) && /^($|[.[])/.test(path.slice(written.length)))
    .sort((a, b) => b.written.length - a.written.length);
  for (const { name, written } of fitting) {
    const child = Array.isArray(value) ? value[Number(name)] : value[name];
    const found = child === undefined ? undefined : within(child, path.slice(written.length).replace(/^\./, ''));
    if (found !== undefined) return found;
  }
  return undefined;
}
