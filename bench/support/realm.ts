import { emptyRealm, type Identity, parseExport, planImport, type Realm } from '@tandem/journey';
import { nodeKnowledge } from '@tandem/nodes';

const user: Identity = {
  _id: '05c17dd9-3506-4307-a2d3-8cdc1882abf3',
  kind: 'user',
  userName: 'bjensen',
  mail: 'bjensen@example.com',
  passwordHash: 'x',
};

/** The first-run realm of a Tandem, which has the help desk pair, with the one user that the benches sign in. Her password is not checked. */
export async function firstRunRealm(url: string): Promise<Realm> {
  const realm = emptyRealm('alpha');
  realm.identities[user._id] = user;
  for (const path of ['export/custom-nodes', 'export']) {
    const parsed = parseExport(await (await fetch(`${url}/api/realms/alpha/${path}`)).text());
    const { puts } = planImport(realm, parsed, {}, nodeKnowledge(realm));
    for (const { kind, key, value } of puts) (realm[kind] as Record<string, unknown>)[key] = value;
  }
  return realm;
}
