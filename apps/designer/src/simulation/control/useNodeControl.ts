import { FAILURE_NODE_ID, SUCCESS_NODE_ID } from '@tandem/journey';
import { type RefObject, useMemo } from 'react';
import type { BreakMarks, CanvasHandle } from '../../canvas/index.ts';
import { useCommands } from '../../commands/index.ts';
import { announce } from '../../components/index.ts';
import { useSimulation } from '../hooks.ts';
import { marksOf } from './breakpoints.ts';
import { NODE_CONTROL_COMMANDS, type NodeTools } from './commands.ts';
import { useBreakpoints } from './hooks.ts';

interface Place {
  journey: string;
  /** Ids of its placed nodes. */
  nodes: Readonly<Record<string, unknown>>;
  canvas: RefObject<CanvasHandle | null>;
  /** The part of the page that the commands are about. */
  within: RefObject<Element | null>;
}

/** Offers what can be done with the nodes of a canvas. @returns where its runs are held */
export function useNodeControl({ journey, nodes, canvas, within }: Place): BreakMarks {
  const { control } = useSimulation();
  const list = useBreakpoints();
  const marks = useMemo(() => marksOf(list, journey), [list, journey]);
  const tools: NodeTools = {
    node() {
      const node = canvas.current?.current() ?? null;
      // Start is no node that a run visits, and notes are none.
      return node !== null && (Object.hasOwn(nodes, node) || node === SUCCESS_NODE_ID || node === FAILURE_NODE_ID) ? node : null;
    },
    breakpoint: (node) => marks.get(node) ?? null,
    toggle: (node) => announce(control.toggleNode(journey, node) === 'set' ? 'Breakpoint set' : 'Breakpoint removed'),
    openLatency: (node) => control.store.setState({ dialog: { kind: 'latency', journey, node } }),
  };
  useCommands(NODE_CONTROL_COMMANDS, tools, { within });
  return marks;
}
