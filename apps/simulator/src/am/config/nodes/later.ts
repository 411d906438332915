import type { Json } from '@tandem/journey';

/**
 * Attributes of types without a definition that AM adds to a node written without them (recorded: a node of an older release, put on a newer one).
 */
export const laterAttributes: Readonly<Record<string, Readonly<Record<string, Json>>>> = {
  SocialProviderHandlerNode: { storeTokens: false },
};

/** Tags that a later version of a type has, and its first has not (recorded). */
export const laterTags: Readonly<Record<string, readonly string[]>> = {
  'ValidatedUsernameNode/2.0': ['identity management', 'basic authentication', 'basic authn'],
};
