import { COOKIE_NAME } from '@tandem/engine';
import type { Request } from 'express';
import { VERSION } from '../version.ts';

/** The release of AM that Tandem speaks like: the first with backchannel nodes in PingAM. */
const AM_VERSION = '8.1.0';

/** `serverinfo/version`. */
export function serverVersion(): object {
  const revision = `Tandem ${VERSION}`;
  return {
    _id: 'version',
    version: AM_VERSION,
    fullVersion: `ForgeRock Access Management ${AM_VERSION} Build ${revision}`,
    revision,
    date: 'simulated',
  };
}

/** `serverinfo/*`, as AM tells what a login page needs to know. */
export function serverInfo(req: Request, realm: string): object {
  return {
    _id: '*',
    domains: [],
    protectedUserAttributes: ['telephoneNumber', 'mail'],
    cookieName: COOKIE_NAME,
    secureCookie: false,
    forgotPassword: 'false',
    forgotUsername: 'false',
    kbaEnabled: 'false',
    selfRegistration: 'false',
    lang: req.acceptsLanguages()[0]?.replace('*', 'en-US') ?? 'en-US',
    successfulUserRegistrationDestination: 'default',
    socialImplementations: [],
    referralsEnabled: 'false',
    zeroPageLogin: { enabled: true, refererWhitelist: [], allowedWithoutReferer: true },
    realm: `/${realm}`,
    xuiUserSessionValidationEnabled: true,
    fileBasedConfiguration: true,
    userIdAttributes: [],
    cloudOnlyFeaturesEnabled: true,
  };
}
