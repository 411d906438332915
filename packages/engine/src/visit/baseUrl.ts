import type { Model } from '../model.ts';

/**
 * AM's address as clients are told it: the origin of Base URL Source when it is set, else that of the request. The context path is always the
 * request's: a simulation has one of its own, and an address that left it would lead to another one.
 */
export function baseUrl(model: Model, base: string): string {
  const configured = originOf(model.realm.services.baseUrl ?? base);
  return configured + base.slice(originOf(base).length);
}

function originOf(url: string): string {
  return /^https?:\/\/[^/?#]*/i.exec(url)?.[0] ?? url;
}
