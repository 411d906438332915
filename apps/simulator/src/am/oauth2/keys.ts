import { randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';
import type { Sealer } from '../../storage/sealer.ts';
import type { Settings } from '../../storage/settings.ts';

/** Algorithms that tokens are signed with, and the pair of keys that each needs. */
export const SIGNING_ALGS = ['RS256', 'PS256', 'ES256'] as const;
export type SigningAlg = (typeof SIGNING_ALGS)[number];
type Key = Awaited<ReturnType<typeof importJWK>>;

/** Private keys as they are kept; all but the newest are there to check what they signed before. */
interface Generation {
  rsa: JWK;
  ec: JWK;
}

/** Generations that are kept besides the newest: tokens signed two rotations ago are good for nobody any more. */
const OLDER = 1;

/** The keys of each realm's OAuth 2.0 provider: made when first needed, kept sealed, replaced on request. Simulations sign with their realm's. */
export class RealmKeys {
  private readonly loaded = new Map<string, Promise<Generation[]>>();

  constructor(
    private readonly settings: Settings,
    private readonly sealer: Sealer,
  ) {}

  /** The newest private key for an algorithm. */
  async signing(realm: string, alg: SigningAlg): Promise<{ key: Key; kid: string }> {
    const [newest] = await this.generations(realm);
    const jwk = alg === 'ES256' ? newest?.ec : newest?.rsa;
    if (jwk?.kid === undefined) throw new Error(`The realm "${realm}" has no key for ${alg}.`);
    return { key: await importJWK(jwk, alg), kid: jwk.kid };
  }

  /** What `jwk_uri` tells: public keys, the newest first. */
  async published(realm: string): Promise<{ keys: JWK[] }> {
    const generations = await this.generations(realm);
    // The same RSA key serves two algorithms: named after one of them, clients would not take it for the other.
    return { keys: generations.flatMap(({ rsa, ec }) => [publicPart(rsa), { ...publicPart(ec), alg: 'ES256' }]) };
  }

  /** Makes new keys; tokens signed with those before stay good. */
  async rotate(realm: string): Promise<void> {
    const before = await this.generations(realm);
    const made = newGeneration().then((generation) => this.keep(realm, [generation, ...before.slice(0, OLDER)]));
    this.loaded.set(realm, made);
    await made;
  }

  private generations(realm: string): Promise<Generation[]> {
    let found = this.loaded.get(realm);
    if (!found) {
      found = this.load(realm);
      found.catch(() => this.loaded.delete(realm));
      this.loaded.set(realm, found);
    }
    return found;
  }

  private async load(realm: string): Promise<Generation[]> {
    const kept = (await this.settings.get(settingOf(realm))) as { sealed: string } | undefined;
    if (!kept) return this.keep(realm, [await newGeneration()]);
    return JSON.parse(this.place(realm).open({ $sealed: kept.sealed, empty: false })) as Generation[];
  }

  private async keep(realm: string, generations: Generation[]): Promise<Generation[]> {
    await this.settings.put(settingOf(realm), { sealed: this.place(realm).seal(JSON.stringify(generations)).$sealed });
    return generations;
  }

  private place(realm: string): Sealer {
    return this.sealer.within(`oauth2-keys:${realm}`);
  }
}

function settingOf(realm: string): string {
  return `oauth2-keys:${realm}`;
}

async function newGeneration(): Promise<Generation> {
  const [rsa, ec] = await Promise.all([newKey('RS256'), newKey('ES256')]);
  return { rsa, ec };
}

async function newKey(alg: SigningAlg): Promise<JWK> {
  const { privateKey } = await generateKeyPair(alg, { extractable: true });
  return { ...(await exportJWK(privateKey)), kid: randomUUID(), use: 'sig' };
}

/** Whatever is not known to be public stays here. */
function publicPart({ kty, kid, use, n, e, crv, x, y }: JWK): JWK {
  const part = { kty, kid, use, n, e, crv, x, y };
  return Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined)) as JWK;
}
