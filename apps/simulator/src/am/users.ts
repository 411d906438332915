import { baseUrl, liveSso } from '@tandem/engine';
import type { Request, Response } from 'express';
import { sendJson } from './answer.ts';
import { readBody } from './body.ts';
import { AmFailure } from './failure.ts';
import { isTrustedGoto } from './goto.ts';
import { requestData } from './request.ts';
import type { AmContext } from './serve.ts';

/** `POST .../users?_action=idFromSession|validateGoto`, which login pages ask. */
export async function users(req: Request, res: Response, context: AmContext): Promise<void> {
  const { runtime, address } = context;
  const { token, base } = requestData(req, context);
  const session = liveSso(runtime.state, token, runtime.clock.now());
  const realm = `/${runtime.realm}`;
  const successURL = `/enduser/?realm=${realm}`;
  switch (address.query._action) {
    case 'idFromSession':
      if (!session) throw new AmFailure(401, 'Access Denied');
      sendJson(res, 200, { id: session.identity, realm, dn: session.properties['sun.am.UniversalIdentifier'], successURL, fullLoginURL: null });
      return;
    case 'validateGoto': {
      const { goto } = await readBody(req);
      const trusted = typeof goto === 'string' && goto !== '' && isTrustedGoto(goto, baseUrl(runtime.model, base), runtime);
      sendJson(res, 200, { successURL: trusted ? goto : successURL });
      return;
    }
    default:
      throw new AmFailure(501, `The action ${String(address.query._action)} is not supported here; use idFromSession or validateGoto.`);
  }
}
