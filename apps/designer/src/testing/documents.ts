import { FAILURE_NODE_ID, type JourneyDocument, type JsonObject, type NodeResource, SUCCESS_NODE_ID } from '@tandem/journey';

export function resource(type: string, id: string, config: JsonObject = {}): NodeResource {
  return { _id: id, ...config, _type: { _id: type, name: type, collection: true, version: '1.0' } };
}

/** Initialize -> Status -> (pending) Polling Wait -> back to Status; success and failure at the ends; one page in front. */
export function loopDocument(): JourneyDocument {
  return {
    tree: {
      _id: 'Loop',
      entryNodeId: 'page',
      nodes: {
        page: { nodeType: 'PageNode', displayName: 'Ask', x: 200, y: 100.25, connections: { outcome: 'init' } },
        init: {
          nodeType: 'BackChannelInitNode',
          displayName: 'Start other',
          x: 500,
          y: 100,
          connections: { created: 'status', error: FAILURE_NODE_ID },
        },
        status: {
          nodeType: 'BackChannelStatusNode',
          displayName: 'Look',
          x: 800,
          y: 100,
          connections: { pending: 'wait', success: SUCCESS_NODE_ID },
        },
        wait: { nodeType: 'PollingWaitNode', displayName: 'Wait', x: 1100, y: 100, connections: { DONE: 'status' } },
      },
      staticNodes: { startNode: { x: 20, y: 110 }, [SUCCESS_NODE_ID]: { x: 1400, y: 50 }, [FAILURE_NODE_ID]: { x: 1400, y: 300 } },
    },
    nodes: {
      page: resource('PageNode', 'page', { nodes: [{ _id: 'name', nodeType: 'UsernameCollectorNode', displayName: 'Who' }] }),
      name: resource('UsernameCollectorNode', 'name'),
      init: resource('BackChannelInitNode', 'init', { tree: 'Other', idType: 'USER', usernameKey: 'username', timeout: 120, allowRetry: true }),
      status: resource('BackChannelStatusNode', 'status'),
      wait: resource('PollingWaitNode', 'wait', { secondsToWait: 3 }),
    },
    scripts: {},
  };
}
