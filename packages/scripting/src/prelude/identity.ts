import { text } from './encode.ts';
import type { Ask } from './host-call.ts';
import { collection } from './java.ts';
import { append, binding, dictionary, isArray, toText } from './primordials.ts';

type Values = unknown[];

function texts(values: unknown): Values {
  const list: Values = [];
  if (isArray(values)) for (let i = 0; i < values.length; i++) append(list, text(values[i]));
  else if (values !== null && values !== undefined) append(list, text(values));
  return list;
}

/** An identity as next-generation scripts see it: attributes by AM's names, changes kept until `store()`. */
function identityBinding(ask: Ask, wanted: unknown): Record<string, unknown> {
  const found = ask('idRepository', 'getIdentity', [toText(wanted)]) as { id: string; name: string } | null;
  const changes = dictionary<Values>();
  const read = (attribute: unknown): Values => {
    const name = toText(attribute);
    return changes[name] ?? (found === null ? [] : (ask('idRepository', 'getAttributeValues', [found.id, name]) as Values));
  };
  return binding({
    exists: () => found !== null,
    getName: () => (found === null ? toText(wanted) : found.name),
    getUniversalId: () => (found === null ? null : found.id),
    getAttributeValues: (attribute: unknown) => collection(texts(read(attribute))),
    setAttribute: (attribute: unknown, values: unknown) => {
      changes[toText(attribute)] = texts(values);
    },
    addAttribute: (attribute: unknown, value: unknown) => {
      const list = texts(read(attribute));
      append(list, text(value));
      changes[toText(attribute)] = list;
    },
    store: () => {
      ask('idRepository', 'store', [found === null ? toText(wanted) : found.id, changes]);
    },
  });
}

export function idRepositoryBinding(ask: Ask): Record<string, unknown> {
  return binding({ getIdentity: (id: unknown) => identityBinding(ask, id) });
}

/** `idRepository` of legacy scripts: attributes by user and name, written at once. */
export function legacyIdRepositoryBinding(ask: Ask): Record<string, unknown> {
  type Identity = {
    getAttributeValues(a: unknown): Values;
    setAttribute(a: unknown, v: unknown): void;
    addAttribute(a: unknown, v: unknown): void;
    store(): void;
  };
  const identity = (user: unknown) => identityBinding(ask, user) as unknown as Identity;
  return binding({
    getAttribute: (user: unknown, attribute: unknown) => identity(user).getAttributeValues(attribute),
    setAttribute: (user: unknown, attribute: unknown, values: unknown) => {
      const found = identity(user);
      found.setAttribute(attribute, values);
      found.store();
    },
    addAttribute: (user: unknown, attribute: unknown, value: unknown) => {
      const found = identity(user);
      found.addAttribute(attribute, value);
      found.store();
    },
  });
}
