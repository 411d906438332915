import type { IncomingMessage, ServerResponse } from 'node:http';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { logError } from '../log.ts';
import type { Simulations } from '../simulations/manager.ts';
import type { SimulationRuntime } from '../simulations/runtime.ts';
import { RequestAbandoned } from '../simulations/waiters.ts';
import type { Sealer } from '../storage/sealer.ts';
import { AuthIds } from './authId.ts';
import { AmFailure, sendAmFailure } from './failure.ts';
import type { OAuth2 } from './oauth2/provider.ts';
import { realmName } from './paths.ts';

/** What every handler needs. */
export interface ServeOptions {
  simulations: Simulations;
  sealer: Sealer;
  publicUrl: URL | undefined;
}

export interface AmOptions extends ServeOptions {
  oauth2: OAuth2;
  /** Origins whose pages may call AM's endpoints. */
  origins(): readonly string[];
}

/** What an address says: its whole text, its query, and the names in its path, decoded. */
export interface AmAddress {
  url: string;
  query: Record<string, unknown>;
  sim: string | null;
  player: string | null;
  realm: string | undefined;
}

/** What a request is about. */
export interface AmContext {
  address: AmAddress;
  runtime: SimulationRuntime;
  /** Path of AM's context, without a player: "/sim/1/am". */
  contextPath: string;
  /** Path for cookies: the client's own context, with its player. */
  cookiePath: string;
  player: string | null;
  /** The simulation's own. */
  sealer: Sealer;
  authIds: AuthIds;
  publicUrl: URL | undefined;
}

export type Handler<Req extends IncomingMessage, Res extends ServerResponse> = (req: Req, res: Res, context: AmContext) => Promise<void> | void;
export type Serve = <Req extends IncomingMessage, Res extends ServerResponse>(
  req: Req,
  res: Res,
  handler: Handler<Req, Res>,
  address: AmAddress,
) => Promise<void>;

/** Runs handlers of AM's interface: finds what the address names, and turns what they throw into AM's answers. */
export function createServe(options: ServeOptions): Serve {
  const authIds = new AuthIds(options.sealer.deriveKey('authId'));
  return async (req, res, handler, address) => {
    try {
      await handler(req, res, await contextOf(address, options, authIds));
    } catch (error) {
      tellFailure(req, res, error, address.url);
    }
  };
}

function tellFailure(req: IncomingMessage, res: ServerResponse, error: unknown, url: string): void {
  if (error instanceof RequestAbandoned) res.destroy();
  else if (error instanceof AmFailure) sendAmFailure(res, error);
  else {
    logError(`${req.method} ${url.split('?', 1)[0]}`, error);
    sendAmFailure(res, new AmFailure(500, 'Internal Server Error'));
  }
}

/** A handler of AM's interface that asks no realm's runtime: what it throws becomes AM's answer. */
export function answering(handler: (req: Request, res: Response, next: NextFunction) => Promise<void> | void): RequestHandler {
  return async (req, res, next) => {
    try {
      await handler(req, res, next);
    } catch (error) {
      tellFailure(req, res, error, req.originalUrl);
    }
  };
}

async function contextOf(address: AmAddress, { simulations, publicUrl }: ServeOptions, authIds: AuthIds): Promise<AmContext> {
  const { sim, player } = address;
  const named = realmName(address.realm ?? address.query.realm);
  const runtime = sim === null ? await simulations.live(named ?? 'alpha') : (await simulations.find(sim))?.runtime;
  if (!runtime) throw new AmFailure(404, sim === null ? `Realm /${named} not found` : `Simulation ${sim} not found`);
  if (named !== undefined && named !== runtime.realm) throw new AmFailure(404, `Realm /${named} not found`);
  const contextPath = sim === null ? '/am' : `/sim/${sim}/am`;
  const cookiePath = player === null ? contextPath : `/sim/${sim}/as/${encodeURIComponent(player)}/am`;
  return { address, runtime, contextPath, cookiePath, player, sealer: runtime.sealer, authIds, publicUrl };
}
