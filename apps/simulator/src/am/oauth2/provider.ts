import type { IncomingMessage } from 'node:http';
import { baseUrl, identitiesOf, type SsoSession } from '@tandem/engine';
import { type Identity, type OAuth2Client, own } from '@tandem/journey';
import type { SimulationRuntime } from '../../simulations/runtime.ts';
import type { Settings } from '../../storage/settings.ts';
import { requestData } from '../request.ts';
import type { AmContext } from '../serve.ts';
import type { RealmKeys } from './keys.ts';
import { TokenMemory } from './memory.ts';

/** The OAuth 2.0 provider of one realm, in one simulation or live, as one request reaches it. */
export interface Provider {
  runtime: SimulationRuntime;
  keys: RealmKeys;
  memory: TokenMemory;
  /** AM's context as the client sees it: "https://tandem.example.com/am". */
  base: string;
  /** "https://tandem.example.com/am/oauth2/realms/root/realms/alpha" */
  issuer: string;
  /** Epoch seconds of the simulation's clock. */
  now: number;
}

/** What all providers of a server share. */
export class OAuth2 {
  private readonly memories = new Map<string, TokenMemory>();

  constructor(
    private readonly settings: Settings,
    readonly keys: RealmKeys,
  ) {}

  provider(req: IncomingMessage, context: AmContext): Provider {
    const { runtime } = context;
    const base = baseUrl(runtime.model, requestData(req, context).base);
    let memory = this.memories.get(runtime.id);
    if (!memory) {
      memory = new TokenMemory(this.settings, runtime.id);
      this.memories.set(runtime.id, memory);
    }
    const issuer = `${base}/oauth2/realms/root/realms/${runtime.realm}`;
    return { runtime, keys: this.keys, memory, base, issuer, now: Math.floor(runtime.clock.now() / 1000) };
  }
}

export function findClient({ runtime }: Provider, id: string): OAuth2Client | undefined {
  return own(runtime.model.realm.clients, id);
}

/** The user of a token or an SSO session, while there is one. */
export function findUser({ runtime }: Provider, id: string): Identity | undefined {
  return identitiesOf(runtime.model, runtime.state).byId(id);
}

/** When the user of an SSO session signed in, epoch seconds. */
export function authTimeOf({ createdAt }: SsoSession): number {
  return Math.floor(createdAt / 1000);
}
