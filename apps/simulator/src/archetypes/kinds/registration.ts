import { SUCCESS_NODE_ID } from '@tandem/journey';
import { type Archetype, newIds, type Parts } from '../archetype.ts';
import { attributes, page, password, userName } from '../pages.ts';
import { linkTemplate } from '../templates.ts';

export const registration: Archetype<'main'> = {
  id: 'registration',
  title: 'Registration',
  help: 'Asks for name, address and password, has the address confirmed by a link, and makes the user.',
  names: [{ key: 'main', label: 'Name', initial: 'Registration' }],
  build({ main }, realm): Parts {
    const id = newIds('page', 'userName', 'attributes', 'password', 'suspend', 'create');
    return {
      emailTemplates: {
        registration: linkTemplate(
          'registration',
          'Registration',
          'Confirm your address',
          'Open the link to complete your registration.',
          'Complete the registration',
        ),
      },
      journeys: [
        {
          name: main,
          description: 'Registers a new user whose email address is confirmed',
          mustRun: false,
          tags: ['Registration'],
          start: [60, 175],
          success: [1180, 140],
          failure: [1180, 420],
          nodes: [
            page({ id: id.page, name: 'About you', at: [200, 160], next: id.suspend, header: 'Sign up' }, [
              userName(id.userName, true),
              attributes(id.attributes, 'givenName', 'sn', 'mail'),
              password(id.password, true),
            ]),
            {
              id: id.suspend,
              type: 'EmailSuspendNode',
              name: 'Confirm the address',
              at: [520, 140],
              config: {
                emailTemplateName: 'registration',
                emailAttribute: 'mail',
                emailSuspendMessage: { en: 'An email is on its way to the address that you entered. Open its link to go on.' },
                objectLookup: false,
                suspendDuration: 30,
              },
              to: { outcome: id.create },
            },
            {
              id: id.create,
              type: 'CreateObjectNode',
              name: 'Create Object',
              at: [840, 120],
              config: { identityResource: `managed/${realm}_user` },
              to: { CREATED: SUCCESS_NODE_ID },
            },
          ],
        },
      ],
    };
  },
};
