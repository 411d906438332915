import { Router } from 'express';
import { AuthIds } from '../am/authId.ts';
import { configRouter } from '../am/config/router.ts';
import { idmRouter } from '../idm/router.ts';
import type { Storage } from '../storage/open.ts';
import type { Admin } from './admin.ts';
import { environmentRouter } from './environment.ts';
import { adminOAuthRouter } from './oauth.ts';
import { guardOrigin } from './origin.ts';
import { adminRouter } from './router.ts';

type Parts = Pick<Storage, 'realms' | 'settings' | 'sealer'> & { publicUrl: URL | undefined; admin: Admin };

/** What amadmin does: signs in below `/am`, and changes the realms' configuration there and below `/openidm`. */
export function openAdmin({ realms, settings, sealer, publicUrl, admin }: Parts): Router {
  const { sessions } = admin;
  const am = Router();
  am.use(guardOrigin(publicUrl));
  am.use(adminRouter({ admin, authIds: new AuthIds(sealer.deriveKey('admin')) }));
  am.use(adminOAuthRouter(sessions));
  am.use(configRouter({ realms, sessions }));
  const router = Router({ caseSensitive: true });
  router.use('/am', am);
  router.use('/openidm/config', guardOrigin(publicUrl), idmRouter({ realms, settings, sessions }));
  router.use('/environment', environmentRouter(sessions));
  return router;
}
