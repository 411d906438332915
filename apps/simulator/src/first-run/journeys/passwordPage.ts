import type { PlacedNode } from '../journeyBuilder.ts';

/** Where Ping's backchannel journeys start: a page that shows whose transaction it is and asks for that user's password. */
export function passwordPage(id: { page: string; username: string; password: string }, at: PlacedNode['at'], next: string): PlacedNode {
  return {
    id: id.page,
    type: 'PageNode',
    name: 'Page Node',
    at,
    config: { pageHeader: {}, pageDescription: {} },
    children: [
      { id: id.username, type: 'DisplayUserNameNode', name: 'Display Username', config: { userName: 'userName', identityAttribute: 'mail' } },
      {
        id: id.password,
        type: 'ValidatedPasswordNode',
        name: 'Platform Password',
        config: { validateInput: false, passwordAttribute: 'password' },
      },
    ],
    to: { outcome: next },
  };
}
