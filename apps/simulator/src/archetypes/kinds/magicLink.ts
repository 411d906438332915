import { SUCCESS_NODE_ID } from '@tandem/journey';
import { type Archetype, newIds, type Parts } from '../archetype.ts';
import { attributes, page } from '../pages.ts';
import { linkTemplate } from '../templates.ts';

/** Whoever has the mailbox is the user. A stranger's address gets the same page and no mail, so that nobody learns who has an account. */
export const magicLink: Archetype<'main'> = {
  id: 'magic-link',
  title: 'Magic link',
  help: 'Asks for the email address and signs in whoever opens the link that is sent there.',
  names: [{ key: 'main', label: 'Name', initial: 'MagicLink' }],
  build({ main }): Parts {
    const id = newIds('page', 'mail', 'identify', 'suspend');
    return {
      emailTemplates: {
        magicLink: linkTemplate('magicLink', 'Magic link', 'Your link to sign in', 'Open the link to sign in. It works for five minutes.', 'Sign in'),
      },
      journeys: [
        {
          name: main,
          description: 'Signs in by a link in an email',
          mustRun: false,
          tags: ['Authentication'],
          start: [60, 175],
          success: [1180, 140],
          failure: [1180, 380],
          nodes: [
            page({ id: id.page, name: 'Email address', at: [200, 160], next: id.identify, header: 'Sign in by email' }, [
              attributes(id.mail, 'mail'),
            ]),
            {
              id: id.identify,
              type: 'IdentifyExistingUserNode',
              name: 'Identify Existing User',
              at: [520, 120],
              config: { identifier: 'userName', identityAttribute: 'mail' },
              to: { true: id.suspend, false: id.suspend },
            },
            {
              id: id.suspend,
              type: 'EmailSuspendNode',
              name: 'Send the link',
              at: [840, 120],
              config: {
                emailTemplateName: 'magicLink',
                emailAttribute: 'mail',
                emailSuspendMessage: { en: 'If there is an account with this address, an email with a link is on its way.' },
                objectLookup: true,
                identityAttribute: 'userName',
                suspendDuration: 5,
              },
              to: { outcome: SUCCESS_NODE_ID },
            },
          ],
        },
      ],
    };
  },
};
