import { FAILURE_NODE_ID, START_NODE_ID, SUCCESS_NODE_ID } from '@tandem/journey';

/** The fixed points of every journey: tree-level, not node types, executed by the engine itself. For palette, canvas and icons. */
export interface StaticNode {
  id: string;
  name: string;
  help: string;
  /** lucide icon name. */
  icon: string;
}

export const staticNodes: Readonly<Record<'start' | 'success' | 'failure', StaticNode>> = {
  start: { id: START_NODE_ID, name: 'Start', help: 'Where the journey begins.', icon: 'play' },
  success: { id: SUCCESS_NODE_ID, name: 'Success', help: 'Ends the journey: the user is authenticated.', icon: 'circle-check' },
  failure: { id: FAILURE_NODE_ID, name: 'Failure', help: 'Ends the journey: the user is not authenticated.', icon: 'circle-x' },
};
