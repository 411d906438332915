import { SUCCESS_NODE_ID } from '@tandem/journey';
import { type Archetype, newIds, type Parts } from '../archetype.ts';
import { identityStore, page, password, retryLimit, userName } from '../pages.ts';

export const emailOtp: Archetype<'main'> = {
  id: 'email-otp',
  title: 'MFA with a one-time password by email',
  help: 'User name and password, then six digits that are sent to the address of the user. The mail server is yours to fill in.',
  names: [{ key: 'main', label: 'Name', initial: 'LoginWithOTP' }],
  build({ main }): Parts {
    const id = newIds('page', 'userName', 'password', 'check', 'generate', 'send', 'collect', 'retry');
    return {
      journeys: [
        {
          name: main,
          description: 'Signs in with user name, password and a one-time password by email',
          mustRun: false,
          tags: ['Authentication', 'MFA'],
          start: [60, 335],
          success: [2140, 60],
          failure: [2140, 560],
          nodes: [
            page({ id: id.page, name: 'Sign in', at: [200, 320], next: id.check, header: 'Sign in' }, [userName(id.userName), password(id.password)]),
            identityStore(id.check, [520, 260], { TRUE: id.generate }),
            {
              id: id.generate,
              type: 'OneTimePasswordGeneratorNode',
              name: 'HOTP Generator',
              at: [840, 260],
              config: { length: 6 },
              to: { outcome: id.send },
            },
            {
              id: id.send,
              type: 'OneTimePasswordSmtpSenderNode',
              name: 'OTP Email Sender',
              at: [1160, 240],
              config: {
                hostName: 'smtp.example.com',
                hostPort: 465,
                fromEmailAddress: 'no-reply@example.com',
                emailAttribute: 'mail',
                emailSubject: { en: 'Your one-time password' },
                emailContent: { en: 'Your one-time password is {{OTP}}. It works for five minutes.' },
                sslOption: 'SSL',
              },
              to: { outcome: id.collect },
            },
            {
              id: id.collect,
              type: 'OneTimePasswordCollectorDecisionNode',
              name: 'OTP Collector Decision',
              at: [1480, 220],
              config: { passwordExpiryTime: 5 },
              to: { true: SUCCESS_NODE_ID, false: id.retry },
            },
            retryLimit(id.retry, [1800, 160], id.collect),
          ],
        },
      ],
    };
  },
};
