import { newClient, type OAuth2Client } from '@tandem/journey';
import { PASSWORD } from './identities.ts';

/** The OAuth 2.0 clients of the first-run realm. */
export function firstRunClients(hashPassword: (plain: string) => string): OAuth2Client[] {
  return [
    {
      ...newClient('backchannelGateway'),
      name: 'Starts backchannel journeys',
      grantTypes: ['client_credentials'],
      scopes: ['back_channel_authentication'],
      passwordHash: hashPassword(PASSWORD),
    },
  ];
}
