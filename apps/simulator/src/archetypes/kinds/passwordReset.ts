import { SUCCESS_NODE_ID } from '@tandem/journey';
import { type Archetype, newIds, type Parts } from '../archetype.ts';
import { attributes, page, password } from '../pages.ts';
import { linkTemplate } from '../templates.ts';

/** A stranger's address gets the same page and no mail, so that nobody learns who has an account. */
export const passwordReset: Archetype<'main'> = {
  id: 'password-reset',
  title: 'Password reset',
  help: 'Sends a link to the address of the user; whoever opens it sets a new password.',
  names: [{ key: 'main', label: 'Name', initial: 'ResetPassword' }],
  build({ main }, realm): Parts {
    const id = newIds('page', 'mail', 'identify', 'suspend', 'newPassword', 'password', 'patch');
    return {
      emailTemplates: {
        resetPassword: linkTemplate(
          'resetPassword',
          'Reset password',
          'Reset your password',
          'Open the link to set a new password.',
          'Set a new password',
        ),
      },
      journeys: [
        {
          name: main,
          description: 'Sets a new password after a link in an email was opened',
          mustRun: false,
          tags: ['Password Reset'],
          start: [60, 255],
          success: [1820, 80],
          failure: [1820, 420],
          nodes: [
            page({ id: id.page, name: 'Email address', at: [200, 240], next: id.identify, header: 'Reset password' }, [attributes(id.mail, 'mail')]),
            {
              id: id.identify,
              type: 'IdentifyExistingUserNode',
              name: 'Identify Existing User',
              at: [520, 200],
              config: { identifier: 'userName', identityAttribute: 'mail' },
              to: { true: id.suspend, false: id.suspend },
            },
            {
              id: id.suspend,
              type: 'EmailSuspendNode',
              name: 'Send the link',
              at: [840, 160],
              config: {
                emailTemplateName: 'resetPassword',
                emailAttribute: 'mail',
                emailSuspendMessage: { en: 'If there is an account with this address, an email with a link is on its way.' },
                objectLookup: true,
                identityAttribute: 'userName',
                suspendDuration: 15,
              },
              to: { outcome: id.newPassword },
            },
            page({ id: id.newPassword, name: 'New password', at: [1160, 120], next: id.patch, header: 'Set a new password' }, [
              password(id.password, true),
            ]),
            {
              id: id.patch,
              type: 'PatchObjectNode',
              name: 'Patch Object',
              at: [1480, 80],
              config: {
                patchAsObject: false,
                ignoredFields: ['userName'],
                identityResource: `managed/${realm}_user`,
                identityAttribute: 'userName',
              },
              to: { PATCHED: SUCCESS_NODE_ID },
            },
          ],
        },
      ],
    };
  },
};
