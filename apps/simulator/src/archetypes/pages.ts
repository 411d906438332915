import type { JsonObject } from '@tandem/journey';
import type { ChildNode, PlacedNode } from '../first-run/journeyBuilder.ts';

type PageAt = Pick<PlacedNode, 'id' | 'name' | 'at'> & { next: string; header: string; text?: string };

/** A page with a heading. */
export function page({ id, name, at, next, header, text }: PageAt, children: readonly ChildNode[]): PlacedNode {
  const config: JsonObject = { pageHeader: { en: header }, pageDescription: text === undefined ? {} : { en: text } };
  return { id, type: 'PageNode', name, at, config, children, to: { outcome: next } };
}

export const userName = (id: string, validateInput = false): ChildNode => ({
  id,
  type: 'ValidatedUsernameNode',
  name: 'Platform Username',
  config: { validateInput, usernameAttribute: 'userName' },
});

export const password = (id: string, validateInput = false): ChildNode => ({
  id,
  type: 'ValidatedPasswordNode',
  name: 'Platform Password',
  config: { validateInput, passwordAttribute: 'password' },
});

/** Asks for attributes, all of them required. */
export const attributes = (id: string, ...names: string[]): ChildNode => ({
  id,
  type: 'AttributeCollectorNode',
  name: 'Attribute Collector',
  config: { attributesToCollect: names, required: true, validateInputs: false, identityAttribute: 'userName' },
});

export const retryLimit = (id: string, at: PlacedNode['at'], again: string): PlacedNode => ({
  id,
  type: 'RetryLimitDecisionNode',
  name: 'Retry Limit Decision',
  at,
  config: { retryLimit: 3, incrementUserAttributeOnFailure: false },
  to: { Retry: again },
});

export const identityStore = (id: string, at: PlacedNode['at'], to: Record<string, string>): PlacedNode => ({
  id,
  type: 'IdentityStoreDecisionNode',
  name: 'Identity Store Decision',
  at,
  config: { minimumPasswordLength: 8, useUniversalIdForUsername: false, mixedCaseForPasswordChangeMessages: false },
  to,
});
