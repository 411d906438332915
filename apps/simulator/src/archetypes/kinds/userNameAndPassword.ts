import { SUCCESS_NODE_ID } from '@tandem/journey';
import { type Archetype, newIds, type Parts } from '../archetype.ts';
import { identityStore, page, password, retryLimit, userName } from '../pages.ts';

export const userNameAndPassword: Archetype<'main'> = {
  id: 'password',
  title: 'User name and password',
  help: 'One page, checked against the identity store, with three more attempts.',
  names: [{ key: 'main', label: 'Name', initial: 'Login' }],
  build({ main }): Parts {
    const id = newIds('page', 'userName', 'password', 'check', 'retry');
    return {
      journeys: [
        {
          name: main,
          description: 'Signs in with user name and password',
          mustRun: false,
          tags: ['Authentication'],
          start: [60, 255],
          success: [1180, 80],
          failure: [1180, 460],
          nodes: [
            page({ id: id.page, name: 'Sign in', at: [200, 240], next: id.check, header: 'Sign in' }, [userName(id.userName), password(id.password)]),
            identityStore(id.check, [520, 160], { TRUE: SUCCESS_NODE_ID, FALSE: id.retry }),
            retryLimit(id.retry, [860, 60], id.page),
          ],
        },
      ],
    };
  },
};
