import { emptyRealm, FAILURE_NODE_ID, type Identity, type JsonObject, nodeKey, type Realm, SUCCESS_NODE_ID } from '@tandem/journey';

/** Small realms for tests: nodes are named, and a name is its node's id. */

interface NodeSpec {
  type: string;
  config?: JsonObject;
  /** outcome -> node name, "success" or "failure" */
  to?: Record<string, string>;
  version?: string;
}

const ends: Record<string, string> = { success: SUCCESS_NODE_ID, failure: FAILURE_NODE_ID };

export function realmWith(
  journeys: Record<string, { flags?: JsonObject; nodes: Record<string, NodeSpec> }>,
  extra: {
    scripts?: Record<string, string>;
    inner?: Record<string, { type: string; config?: JsonObject }>;
    identities?: Identity[];
    timeToLive?: number;
  } = {},
): Realm {
  const realm = emptyRealm('alpha');
  realm.services.transactionTimeToLive = extra.timeToLive ?? 180;
  for (const [name, { flags, nodes }] of Object.entries(journeys)) {
    const entry = Object.keys(nodes)[0];
    realm.journeys[name] = {
      tree: {
        _id: name,
        ...(entry === undefined ? {} : { entryNodeId: entry }),
        ...flags,
        nodes: Object.fromEntries(
          Object.entries(nodes).map(([id, { type, to, version }]) => [
            id,
            {
              nodeType: type,
              displayName: id,
              ...(version ? { version } : {}),
              connections: Object.fromEntries(Object.entries(to ?? {}).map(([outcome, target]) => [outcome, ends[target] ?? target])),
            },
          ]),
        ),
      },
    };
    for (const [id, { type, config }] of Object.entries(nodes)) realm.nodes[nodeKey(type, id)] = { ...config, _id: id, _type: { _id: type } };
  }
  for (const [id, { type, config }] of Object.entries(extra.inner ?? {}))
    realm.nodes[nodeKey(type, id)] = { ...config, _id: id, _type: { _id: type } };
  for (const [id, source] of Object.entries(extra.scripts ?? {})) {
    realm.scripts[id] = { _id: id, name: id, script: JSON.stringify(source), context: 'AUTHENTICATION_TREE_DECISION_NODE', evaluatorVersion: '2.0' };
  }
  for (const identity of extra.identities ?? [bjensen, scarter]) realm.identities[identity._id] = identity;
  return realm;
}

export const bjensen: Identity = {
  _id: 'id-bjensen',
  kind: 'user',
  userName: 'bjensen',
  mail: 'bjensen@example.com',
  passwordHash: 'hash:Secret12!',
};
export const scarter: Identity = {
  _id: 'id-scarter',
  kind: 'user',
  userName: 'scarter',
  mail: 'scarter@example.com',
  passwordHash: 'hash:Secret12!',
};

export interface PairOptions {
  init?: JsonObject;
  status?: JsonObject;
  wait?: JsonObject;
  /** Nodes of the backchannel journey, instead of user name and password. */
  login?: Record<string, NodeSpec>;
}

/** The backchannel pair in its simplest form: initialize, ask for the status, poll; user name and password in the other journey. */
export function pair(options: PairOptions = {}): Realm {
  return realmWith({
    Main: {
      nodes: {
        Ask: { type: 'UsernameCollectorNode', to: { outcome: 'Init' } },
        Init: {
          type: 'BackChannelInitNode',
          config: {
            tree: 'Login',
            idType: 'USER',
            usernameKey: 'username',
            dataKey: 'data',
            redirectUrlType: 'GET',
            timeout: 120,
            allowRetry: true,
            ...options.init,
          },
          to: { created: 'Status', unknown: 'UnknownSubject', error: 'failure' },
        },
        UnknownSubject: { type: 'MessageNode', to: { true: 'Ask', false: 'failure' } },
        Status: {
          type: 'BackChannelStatusNode',
          config: { recordData: true, ...options.status },
          to: { pending: 'Poll', inprogress: 'Poll', success: 'Done', failure: 'failure', unknown: 'TimedOut', error: 'failure' },
        },
        Poll: { type: 'PollingWaitNode', config: { secondsToWait: 5, ...options.wait }, to: { DONE: 'Status', EXITED: 'failure', SPAM: 'failure' } },
        Done: { type: 'MessageNode', to: { true: 'success', false: 'failure' } },
        TimedOut: { type: 'MessageNode', to: { true: 'failure', false: 'failure' } },
      },
    },
    Login: {
      nodes: options.login ?? {
        Name: { type: 'UsernameCollectorNode', to: { outcome: 'Password' } },
        Password: { type: 'PasswordCollectorNode', to: { outcome: 'Check' } },
        Check: { type: 'DataStoreDecisionNode', to: { true: 'success', false: 'failure' } },
      },
    },
  });
}
