import type { Identity } from '@tandem/journey';

/** Password of everybody in the first-run realm. Not a secret: it is printed in the interface. */
export const PASSWORD = 'Secret12!';

type Person = Pick<Identity, '_id' | 'userName'> & {
  givenName: string;
  sn: string;
  mail: string;
  description?: string;
  pushDevices?: Identity[string];
};

const people: readonly Person[] = [
  {
    _id: '05c17dd9-3506-4307-a2d3-8cdc1882abf3',
    userName: 'bjensen',
    givenName: 'Barbara',
    sn: 'Jensen',
    mail: 'bjensen@example.com',
    // The public part of a push device, named as AM's users/{user}/devices/push answers it.
    pushDevices: [
      {
        _id: '5fb86f39-fc61-421e-8cb4-fc4e89e93af3',
        uuid: '5fb86f39-fc61-421e-8cb4-fc4e89e93af3',
        deviceName: "Barbara's phone",
        createdDate: 1767225600000,
        lastAccessDate: 1767225600000,
      },
    ],
  },
  { _id: '033319a7-4138-42d2-831a-4e670f4300a6', userName: 'scarter', givenName: 'Sam', sn: 'Carter', mail: 'scarter@example.com' },
  {
    _id: '72fb936b-87eb-4d7c-af9f-b9e310742754',
    userName: 'helpdesk',
    givenName: 'Harper',
    sn: 'Desk',
    mail: 'helpdesk@example.com',
    description: 'Help desk agent',
  },
  // Two with one address: Identify Existing User finds neither by it.
  { _id: 'fcda3dba-d15b-4bb6-9bad-c83c9a2d327d', userName: 'kvaughan', givenName: 'Kirsten', sn: 'Vaughan', mail: 'shared@example.com' },
  { _id: '517d297f-a374-4bdb-8935-4f6f42fb5455', userName: 'tmorris', givenName: 'Ted', sn: 'Morris', mail: 'shared@example.com' },
];

/** The users and the web agent of the first-run realm. */
export function firstRunIdentities(hashPassword: (plain: string) => string): Identity[] {
  const users = people.map((person): Identity => ({ ...person, kind: 'user', accountStatus: 'active', passwordHash: hashPassword(PASSWORD) }));
  const agent: Identity = {
    _id: '4ccc4e39-ecef-4bac-b51f-d08ff68e8beb',
    kind: 'agent',
    userName: 'webagent1',
    agentType: 'WebAgent',
    accountStatus: 'active',
    passwordHash: hashPassword(PASSWORD),
  };
  return [...users, agent];
}
