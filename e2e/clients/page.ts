import { Config, FRAuth, FRUser, SessionManager, TokenManager, UserManager } from '@forgerock/javascript-sdk';
import { journey } from '@forgerock/journey-client';
import { oidc } from '@forgerock/oidc-client';

/** Bundled for the browser: an application that has Ping's clients and nothing else, to be driven by a test. */
const clients = { Config, FRAuth, FRUser, SessionManager, TokenManager, UserManager, journey, oidc };

declare global {
  var ping: typeof clients;
}
globalThis.ping = clients;
