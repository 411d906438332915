import type { Request } from 'express';
import { AmFailure } from '../failure.ts';
import { bearerOf } from '../oauth2/bearer.ts';
import { OAuthError } from '../oauth2/error.ts';
import type { OAuth2 } from '../oauth2/provider.ts';
import type { AmContext } from '../serve.ts';

const SCOPE = 'back_channel_authentication';

/**
 * The client's token must have the scope for it (Ping docs: backchannel authentication). What AM says otherwise was not recorded: these are the
 * sentences of its other endpoints behind a bearer token.
 *
 * @throws AmFailure 401, 403
 */
export async function checkClient(req: Request, context: AmContext, oauth2: OAuth2): Promise<void> {
  const claims = await bearerOf(req, oauth2.provider(req, context)).catch((error: unknown) => {
    if (error instanceof OAuthError) throw new AmFailure(401, 'Access Denied');
    throw error;
  });
  if (!claims.scope.includes(SCOPE)) throw new AmFailure(403, `The access token does not have the scope ${SCOPE}.`);
}
