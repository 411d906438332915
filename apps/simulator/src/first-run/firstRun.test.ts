import {
  customNodeTypeSchema,
  FAILURE_NODE_ID,
  identitySchema,
  type NodeResource,
  nodeKey,
  nodeResourceSchema,
  SUCCESS_NODE_ID,
  scriptSchema,
  type Tree,
  treeSchema,
} from '@tandem/journey';
import { configOf, definitionOf, knownNodeType, nodeKnowledge, outcomesOf, pageChildren, validateConfig } from '@tandem/nodes';
import { describe, expect, it } from 'vitest';
import { firstRunRealm } from './index.ts';
import { scriptId } from './scripts/index.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const hashed: string[] = [];
const realm = firstRunRealm({ hashPassword: (plain) => `hash ${hashed.push(plain)}` });
const trees = Object.values(realm.journeys).map(({ tree }) => tree);
const nodes = Object.values(realm.nodes);

function placed(tree: Tree, displayName: string): { id: string; connections: Record<string, string>; config: NodeResource } {
  const found = Object.entries(tree.nodes ?? {}).find(([, node]) => node.displayName === displayName);
  if (!found) throw new Error(`${tree._id} has no ${displayName}`);
  const [id, node] = found;
  return { id, connections: node.connections ?? {}, config: realm.nodes[nodeKey(node.nodeType, id)]! };
}

/** Display names instead of ids, so that an expectation reads like the page. */
function ways(tree: Tree, displayName: string): Record<string, string> {
  const name = (id: string): string =>
    id === FAILURE_NODE_ID ? 'Failure' : id === SUCCESS_NODE_ID ? 'Success' : (tree.nodes?.[id]?.displayName ?? id);
  return Object.fromEntries(Object.entries(placed(tree, displayName).connections).map(([outcome, id]) => [outcome, name(id)]));
}

describe('resources', () => {
  it('parse with the schemas of the document', () => {
    for (const tree of trees) expect(treeSchema.parse(tree)).toEqual(tree);
    for (const node of nodes) expect(nodeResourceSchema.parse(node)).toEqual(node);
    for (const script of Object.values(realm.scripts)) expect(scriptSchema.parse(script)).toEqual(script);
    for (const type of Object.values(realm.nodeTypes)) expect(customNodeTypeSchema.parse(type)).toEqual(type);
    for (const identity of Object.values(realm.identities)) expect(identitySchema.parse(identity)).toEqual(identity);
  });

  it('have UUIDs of their own, keys that match, and no _rev', () => {
    const ids = [...nodes, ...Object.values(realm.scripts), ...Object.values(realm.identities)].map(({ _id }) => _id);
    for (const id of ids) expect(id).toMatch(UUID);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [key, node] of Object.entries(realm.nodes)) expect(key).toBe(nodeKey(node._type._id, node._id));
    for (const [key, type] of Object.entries(realm.nodeTypes)) {
      expect(key).toBe(`${type.serviceName}-1`);
      expect(type.serviceName).toMatch(/^[0-9a-f]{32}$/);
    }
    expect(JSON.stringify(realm)).not.toContain('_rev');
  });

  it("are the same every time, and nobody else's", () => {
    const again = firstRunRealm({ hashPassword: () => 'x' });
    expect(again.journeys).toEqual(realm.journeys);
    again.journeys.BackchannelMain!.tree.enabled = false;
    expect(firstRunRealm({ hashPassword: () => 'x' }).journeys).toEqual(realm.journeys);
  });

  it('hold every configuration that its definition accepts, with its outcomes', () => {
    for (const node of nodes) {
      const definition = definitionOf(node._type._id, { customTypes: realm.nodeTypes });
      expect(knownNodeType(node._type._id, realm.nodeTypes), node._type._id).toBe(true);
      expect(validateConfig(definition.fields, configOf(node)), node._id).toEqual([]);
      expect(node._type).toEqual({ _id: definition.type, name: definition.name, collection: true, version: '1.0' });
      expect(node._outcomes).toEqual(outcomesOf(realm, { nodeType: node._type._id }, node));
    }
  });
});

describe('journeys', () => {
  it('connect every outcome, and only to what exists', () => {
    for (const tree of trees) {
      expect(tree.nodes).toHaveProperty(tree.entryNodeId!);
      for (const [id, node] of Object.entries(tree.nodes!)) {
        const resource = realm.nodes[nodeKey(node.nodeType, id)];
        expect(Object.keys(node.connections!).sort(), `${tree._id}: ${node.displayName}`).toEqual(
          resource!._outcomes!.map((outcome) => outcome.id).sort(),
        );
        for (const target of Object.values(node.connections!))
          expect([SUCCESS_NODE_ID, FAILURE_NODE_ID, ...Object.keys(tree.nodes!)]).toContain(target);
      }
    }
  });

  it('place every node of the realm once', () => {
    const inTrees = trees.flatMap((tree) => Object.entries(tree.nodes!).map(([id, node]) => nodeKey(node.nodeType, id)));
    const inPages = nodes
      .filter((node) => node._type._id === 'PageNode')
      .flatMap((page) => pageChildren(configOf(page)).map((child) => nodeKey(child.nodeType, child._id)));
    expect([...inTrees, ...inPages].sort()).toEqual(Object.keys(realm.nodes).sort());
  });

  it('refer to scripts and journeys that exist, and leave none of them out', () => {
    const { references } = nodeKnowledge(realm);
    const all = nodes.map((node) => references(node._type._id, configOf(node)));
    expect([...new Set(all.flatMap(({ scripts }) => scripts))].sort()).toEqual(Object.keys(realm.scripts).sort());
    expect([...new Set(all.flatMap(({ journeys }) => journeys))].sort()).toEqual(['BackchannelLogin', 'HelpDeskVerifyUser']);
  });

  it('wire BackchannelMain as the page does', () => {
    const { tree } = realm.journeys.BackchannelMain!;
    expect(tree.entryNodeId).toBe(placed(tree, 'Collect User to Login').id);
    expect(ways(tree, 'Collect User to Login')).toEqual({ outcome: 'Backchannel Initialize' });
    expect(ways(tree, 'Backchannel Initialize')).toEqual({ created: 'Backchannel Status', unknown: 'Message Node', error: 'Failure' });
    expect(ways(tree, 'Message Node')).toEqual({ true: 'Collect User to Login', false: 'Failure' });
    expect(ways(tree, 'Backchannel Status')).toEqual({
      pending: 'Display Redirect URL Poll',
      inprogress: 'In Progress Poll',
      success: 'Display Tree Results',
      failure: 'Failure',
      unknown: 'Failure',
      error: 'Failure',
    });
    expect(ways(tree, 'Display Redirect URL Poll')).toEqual({
      DONE: 'Backchannel Status',
      EXITED: 'Collect User to Login',
      SPAM: 'Failure',
      CONFIGURATION_FAILED: 'Failure',
    });
    expect(ways(tree, 'In Progress Poll')).toEqual({ DONE: 'Backchannel Status', EXITED: 'Collect User to Login', SPAM: 'Failure' });
    expect(ways(tree, 'Display Tree Results')).toEqual({ outcome: 'Failure' });
  });

  it('wire HelpDeskVerify and HelpDeskVerifyUser as the page does', () => {
    const { tree } = realm.journeys.HelpDeskVerify!;
    expect(ways(tree, 'Identify Existing User')).toEqual({ true: 'Set Backchannel State Properties', false: 'Failure' });
    expect(ways(tree, 'Set Backchannel State Properties')).toEqual({ Next: 'Backchannel Initialize', 'Script Error': 'Failure' });
    expect(ways(tree, 'Backchannel Status')).toMatchObject({
      pending: 'Pending Wait',
      inprogress: 'In Progress Wait',
      success: 'User Message To Display',
    });
    expect(ways(tree, 'Pending Wait')).toEqual({ DONE: 'Backchannel Status' });
    expect(ways(tree, 'In Progress Wait')).toEqual({
      DONE: 'Backchannel Status',
      EXITED: 'Failure',
      SPAM: 'Failure',
      CONFIGURATION_FAILED: 'Failure',
    });
    const user = realm.journeys.HelpDeskVerifyUser!.tree;
    const messages: unknown[] = [];
    let node = user.entryNodeId!;
    while (node !== SUCCESS_NODE_ID) {
      const { nodeType, connections } = user.nodes![node]!;
      messages.push(realm.nodes[nodeKey(nodeType, node)]!.journeyStatusValue ?? nodeType);
      node = Object.values(connections!)[0]!;
    }
    expect(messages).toEqual([
      'PageNode',
      'User has entered their credentials',
      'BackchannelNotificationNode',
      'DataStoreDecisionNode',
      "User's credentials are valid",
      'BackchannelNotificationNode',
    ]);
  });

  it('make BackchannelOutcomes a copy of BackchannelMain with nodes and a first script of its own', () => {
    const shape = (name: string) => {
      const { tree } = realm.journeys[name]!;
      return Object.values(tree.nodes!).map((node) => {
        const { _id, ...resource } = placed(tree, node.displayName!).config;
        const script = resource.script === scriptId.collectUserAsTyped ? scriptId.collectUser : resource.script;
        return { at: [node.x, node.y], ways: ways(tree, node.displayName!), resource: { ...resource, script } };
      });
    };
    expect(shape('BackchannelOutcomes')).toEqual(shape('BackchannelMain'));
    expect(placed(realm.journeys.BackchannelOutcomes!.tree, 'Collect User to Login').config.script).toBe(scriptId.collectUserAsTyped);
  });

  it('start transactions for a user, for 120 s, with a Get link and retries', () => {
    const settings = (journey: string) => configOf(placed(realm.journeys[journey]!.tree, 'Backchannel Initialize').config);
    const common = { idType: 'USER', redirectUrlType: 'GET', timeout: 120, allowRetry: true };
    expect(settings('BackchannelMain')).toEqual({
      ...common,
      tree: 'BackchannelLogin',
      usernameKey: 'backchannel-user',
      dataKey: 'backchannel-data',
    });
    expect(settings('HelpDeskVerify')).toEqual({ ...common, tree: 'HelpDeskVerifyUser', usernameKey: 'username', dataKey: 'backchannel:data' });
  });
});

describe('scripts', () => {
  it('are JSON strings of JavaScript that decodes to itself', () => {
    for (const { script } of Object.values(realm.scripts)) {
      const source = JSON.parse(script as string) as string;
      expect(JSON.stringify(source)).toBe(script);
      expect(source).toMatch(/[;}]\n$/);
      // Throws unless it parses.
      new Function(source);
    }
    for (const { script } of Object.values(realm.nodeTypes)) new Function(script);
  });

  it('run on the engine they are written for: only the first provider script is legacy', () => {
    const engines = Object.values(realm.scripts).map(({ name, context, evaluatorVersion }) => [name, context, evaluatorVersion]);
    expect(engines).toEqual([
      ['Collect User to Login', 'AUTHENTICATION_TREE_DECISION_NODE', '2.0'],
      ['Collect User as Typed', 'AUTHENTICATION_TREE_DECISION_NODE', '2.0'],
      ['Display Redirect URL Poll', 'CONFIG_PROVIDER_NODE', '1.0'],
      ['Display Tree Results', 'AUTHENTICATION_TREE_DECISION_NODE', '2.0'],
      ['In Progress Wait', 'CONFIG_PROVIDER_NODE_NEXT_GEN', '2.0'],
    ]);
  });
});

describe('identities', () => {
  it('are the documented people and the web agent, each with a hashed password', () => {
    const all = Object.values(realm.identities);
    expect(all.map(({ kind, userName }) => `${kind} ${userName}`)).toEqual([
      'user bjensen',
      'user scarter',
      'user helpdesk',
      'user kvaughan',
      'user tmorris',
      'agent webagent1',
    ]);
    expect(all.filter(({ mail }) => mail === 'shared@example.com')).toHaveLength(2);
    expect(all[0]).toMatchObject({ mail: 'bjensen@example.com', passwordHash: 'hash 1', pushDevices: [{ deviceName: expect.any(String) }] });
    expect(new Set(hashed)).toEqual(new Set(['Secret12!']));
    expect(JSON.stringify(all)).not.toContain('Secret12!');
  });
});
