import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Router } from 'express';
import type { Admin } from './admin/admin.ts';
import type { Config } from './config.ts';
import type { DesignerPages } from './http/designer.ts';
import type { ApiRoute } from './http/route.ts';
import { createHub, type EventHub } from './live/hub.ts';
import { publishRealms } from './live/realm-topic.ts';
import { logError } from './log.ts';
import type { LiveOutbox } from './realms/outbox.ts';
import { openStorage, type Storage } from './storage/open.ts';

/** What the app is made of. Optional parts are mounted when they are there. */
export interface AppParts extends Pick<Storage, 'realms' | 'history' | 'sealer'> {
  hub: EventHub;
  pages: DesignerPages;
  publicUrl?: URL | undefined;
  /** What the server is called besides loopback names and `publicUrl`: `192.168.1.5`. */
  names?: () => readonly string[];
  admin: Admin;
  /** Without it the live realm's outbox is empty. */
  outbox?: LiveOutbox;
  /** Below `/api`, described in openapi.json like all others. */
  simulationRoutes?: readonly ApiRoute[];
  /**
   * AM's endpoints, mounted at `/`: it serves `/am`, `/sim/{id}/am` and `/sim/{id}/as/{player}/am`, and calls `next()` for what it does not
   * know. Pages (`.../XUI/`) are served behind it.
   */
  amRouter?: Router;
  /** The administrator's sign-in and AM's and IDM's configuration REST, mounted at `/`; what it does not know it leaves to `amRouter`. */
  adminRouter?: Router;
  /** Takes the commonest of AM's requests before the app does. @returns whether it took it */
  amDirect?: (req: IncomingMessage, res: ServerResponse) => boolean;
}

/** The parts that exist before any router: storage and the hub. */
export interface Services extends Storage {
  config: Config;
  hub: EventHub;
  /** Adds something to end before storage is closed (worker pools, timers), last added first. */
  onClose(job: () => Promise<void> | void): void;
}

/** @throws FolderInUseError */
export async function openServices(config: Config): Promise<Services> {
  const storage = await openStorage(config.dataFolder);
  const hub = createHub();
  publishRealms(hub, storage.realms);
  const jobs: (() => Promise<void> | void)[] = [];
  return {
    ...storage,
    config,
    hub,
    onClose: (job) => void jobs.unshift(job),
    async close() {
      hub.close();
      for (const job of jobs) {
        try {
          await job();
        } catch (error) {
          // Storage is closed whatever else fails: it holds what people made.
          logError('Ending a part of the server failed', error);
        }
      }
      await storage.close();
    },
  };
}
