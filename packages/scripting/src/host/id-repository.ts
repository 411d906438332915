import { isObject } from '@tandem/journey';
import type { Identity, Json } from '../types.ts';
import { attributeValues, withAttribute } from './attributes.ts';
import { HostFailure, notSimulated } from './failure.ts';
import { bounded, limits } from './limits.ts';
import type { Overlay } from './overlay.ts';
import type { ScriptHostOptions } from './types.ts';

function find(overlay: Overlay, wanted: string, by: ScriptHostOptions['identityBy']): Identity | undefined {
  const found = overlay.get(wanted);
  if (found || by !== 'id-or-name') return found;
  for (const kind of ['user', 'agent'] as const) {
    for (const identity of overlay.all(kind)) if (identity.userName.toLowerCase() === wanted.toLowerCase()) return identity;
  }
  return undefined;
}

function known(overlay: Overlay, id: Json | undefined): Identity {
  const found = overlay.get(String(id));
  if (!found) throw new HostFailure(`Identity ${String(id)} does not exist`);
  return found;
}

/** One call behind `idRepository`: identities by `_id`, attributes by AM's names. `getName()` is the user name, as Ping's Backchannel Initialize page has it. */
export function idRepository(method: string, args: readonly Json[], overlay: Overlay, options: ScriptHostOptions): Json {
  switch (method) {
    case 'getIdentity': {
      const found = find(overlay, String(args[0]), options.identityBy);
      if (!found) return null;
      return { id: found._id, name: found.userName };
    }
    case 'getAttributeValues':
      return attributeValues(known(overlay, args[0]), String(args[1]));
    case 'store': {
      const changes = isObject(args[1]) ? args[1] : {};
      bounded(Object.keys(changes).length, limits.attributes, 'Too many attributes are stored at once');
      overlay.put(
        Object.entries(changes).reduce(
          (identity, [name, values]) => withAttribute(identity, name, (values as Json[]).map(String)),
          known(overlay, args[0]),
        ),
      );
      return null;
    }
    default:
      return notSimulated(`idRepository.${method}`);
  }
}
