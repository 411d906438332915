import { emptyRealm, isObject } from '@tandem/journey';
import { type Request, type RequestHandler, Router } from 'express';
import type { AdminSessions } from '../../admin/sessions.ts';
import { adminOf } from '../../admin/who.ts';
import { knowledgeOf } from '../../realms/find.ts';
import { withTouches } from '../../realms/touch.ts';
import type { StoredRealm } from '../../storage/realm-change.ts';
import type { RealmStore } from '../../storage/realm-store.ts';
import { AmFailure } from '../failure.ts';
import { realmName, realmPaths } from '../paths.ts';
import { answering } from '../serve.ts';
import type { ConfigCall } from './call.ts';
import { type Collection, collectionRouter, type Serving } from './collection.ts';
import { contexts } from './contexts.ts';
import { customTypes } from './custom-types.ts';
import { documents } from './documents.ts';
import { allNodes, nodesOfType } from './nodes/actions.ts';
import { realmsOf } from './realms.ts';
import { exportMetadata, saml2, saml2At } from './saml2.ts';
import { scripts } from './scripts.ts';
import { actOnServices, readTransactionService, writeTransactionService } from './services.ts';
import { trees } from './trees.ts';

export interface ConfigParts {
  realms: RealmStore;
  sessions: AdminSessions;
}

const ROOT = '/';
const VERSION = /^\d+\.\d+$/;

/**
 * AM's configuration REST below `/am`: what frodo, Amster's successors and editors read and write. It wants amadmin's session, on loopback, too.
 * What it writes goes through the same changes of the realm as Tandem's own API.
 */
export function configRouter(parts: ConfigParts): Router {
  const router = Router();
  const serving = createServing(parts);
  const mount = (resource: string, collection: Collection): void => {
    router.use(realmPaths(resource), collectionRouter(collection, serving));
  };
  router.use(
    '/json/global-config/realms',
    collectionRouter(
      realmsOf(() => parts.realms.names()),
      serving,
    ),
  );
  mount('realm-config/authentication/authenticationtrees/trees', trees);
  const nodes = 'realm-config/authentication/authenticationtrees/nodes';
  router.use(realmPaths(`${nodes}/:type/:version`), versioned(collectionRouter(nodesOfType, serving)));
  mount(`${nodes}/:type`, nodesOfType);
  mount(nodes, allNodes);
  mount('scripts', scripts);
  mount('contexts', contexts);
  mount('realm-config/services/SocialIdentityProviders/:type', socialProvidersOf);
  mount('realm-config/services/SocialIdentityProviders', documents('socialIdentityProviders'));
  mount('realm-config/federation/circlesoftrust', documents('circlesOfTrust'));
  for (const location of ['hosted', 'remote'] as const) mount(`realm-config/saml2/${location}`, saml2At(location));
  mount('realm-config/saml2', saml2);
  router.get('/saml2/jsp/exportmetadata.jsp', serving(exportMetadata));
  router.get(realmPaths('realm-config/services/transaction'), serving(readTransactionService));
  router.put(realmPaths('realm-config/services/transaction'), serving(writeTransactionService));
  router.post(realmPaths('realm-config/services'), serving(actOnServices));
  // Custom node types belong to all realms: they are read from the first, and written to each.
  const global = createServing(parts, 'all');
  router.use('/json/node-designer/node-type', collectionRouter(customTypes(parts.realms), global));
  router.use(realmPaths('node-designer/node-type'), collectionRouter(customTypes(parts.realms), serving));
  return router;
}

/** `nodes/PageNode/2.0` is a version of a type, `nodes/PageNode/<id>` a node. */
function versioned(router: Router): RequestHandler {
  return (req, res, next) => (VERSION.test(String(req.params.version)) ? router(req, res, next) : next());
}

/** @param scope `all`: of what AM keeps for all realms together; the first realm stands for them */
function createServing({ realms, sessions }: ConfigParts, scope: 'one' | 'all' = 'one'): Serving {
  return (handler) =>
    answering(async (req, res) => {
      if (!adminOf(req, sessions)) throw new AmFailure(401, 'Access Denied');
      const realm = scope === 'all' ? (realms.names()[0] ?? ROOT) : nameOf(req);
      const call: ConfigCall = {
        req,
        res,
        realms,
        realm,
        stored: storedOf(realms, realm),
        params: Object.fromEntries(Object.entries(req.params).map(([name, value]) => [name, String(value)])),
        async apply(plan) {
          if (realm === ROOT) throw new AmFailure(403, 'The root realm holds no configuration here.');
          const write = (name: string) => realms.apply(name, (current) => withTouches(current.realm, plan(current), knowledgeOf(current)));
          const after = await write(realm);
          if (scope === 'all') for (const other of realms.names()) if (other !== realm) await write(other);
          return after;
        },
      };
      await handler(call);
    });
}

/** Name of the realm that an address is about; "/" is the root realm, which has no journeys here. */
function nameOf(req: Request): string {
  const named = realmName(req.params.realm) ?? realmName(req.query.realm);
  return named === undefined || named === 'root' ? ROOT : named;
}

function storedOf(realms: RealmStore, realm: string): StoredRealm {
  if (realm === ROOT) return { realm: emptyRealm(ROOT), version: 0, revision: () => undefined };
  const stored = realms.load(realm);
  if (stored === undefined) throw new AmFailure(404, `Realm /${realm} not found`);
  return stored;
}

/** Social identity providers of one type, e.g. `oidcConfig`. */
const socialProvidersOf = documents('socialIdentityProviders', ({ _type }, { type }) => isObject(_type) && _type._id === type);
