import { Router } from 'express';
import { AuthIds } from '../am/authId.ts';
import { configRouter } from '../am/config/router.ts';
import type { Storage } from '../storage/open.ts';
import { adminRouter } from './router.ts';
import { AdminSessions } from './sessions.ts';

/** What amadmin does below `/am`: signs in, and changes the realms' configuration. */
export function openAdmin({
  realms,
  settings,
  sealer,
  publicUrl,
}: Pick<Storage, 'realms' | 'settings' | 'sealer'> & { publicUrl: URL | undefined }): Router {
  const sessions = new AdminSessions();
  const router = Router({ caseSensitive: true });
  router.use(adminRouter({ settings, sessions, authIds: new AuthIds(sealer.deriveKey('admin')) }));
  router.use(configRouter({ realms, sessions, publicUrl }));
  return router;
}
