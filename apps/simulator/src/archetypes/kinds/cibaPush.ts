import { SUCCESS_NODE_ID } from '@tandem/journey';
import { type Archetype, newIds, type Parts } from '../archetype.ts';

/** The user comes with the request, so nothing is asked here; it can only be started by a transaction. */
export const cibaPush: Archetype<'main'> = {
  id: 'ciba-push',
  title: 'CIBA push',
  help: 'The journey that a CIBA request runs: the user it names approves on the phone. The client and its OAuth2 settings are made elsewhere.',
  names: [{ key: 'main', label: 'Name', initial: 'CIBAPush' }],
  build({ main }): Parts {
    const id = newIds('send', 'wait', 'verify');
    return {
      journeys: [
        {
          name: main,
          description: 'Has the user whom a backchannel request names approve it on the phone',
          mustRun: false,
          tags: ['Backchannel'],
          transactionalOnly: true,
          start: [60, 215],
          success: [1180, 100],
          failure: [1180, 420],
          nodes: [
            {
              id: id.send,
              type: 'PushAuthenticationSenderNode',
              name: 'Push Sender',
              at: [200, 200],
              config: { messageTimeout: 120_000, mandatory: true, userMessage: { en: 'Do you approve this request, {{user}}?' } },
              to: { SENT: id.wait },
            },
            {
              id: id.wait,
              type: 'PushWaitNode',
              name: 'Push Wait',
              at: [520, 160],
              config: { secondsToWait: 5 },
              to: { DONE: id.verify },
            },
            {
              id: id.verify,
              type: 'PushResultVerifierNode',
              name: 'Push Result Verifier',
              at: [840, 100],
              to: { TRUE: SUCCESS_NODE_ID, WAITING: id.wait },
            },
          ],
        },
      ],
    };
  },
};
