import { freeze, hasOwn } from './primordials.ts';
import { notSimulated } from './unsupported.ts';

const ProxyOf = Proxy;

/**
 * A binding whose methods are not all known (AM 8.1's `journey`, `locales`, `cacheManager`: facts section 9, no. 16): those that are known work, any other
 * says that it is not simulated.
 */
export function openBinding(name: string, members: Record<string, unknown> = {}): unknown {
  return new ProxyOf(freeze(members), {
    get: (target, key) => {
      if (typeof key !== 'string' || key === 'toJSON' || key === 'then') return undefined;
      if (hasOwn(target, key)) return target[key];
      if (key === 'toString' || key === 'valueOf') return () => name;
      return () => notSimulated(`${name}.${key}`);
    },
  });
}
