import { CircleCheck, CircleHelp, CircleX, Play } from 'lucide-react';
import { memo, useContext } from 'react';
import { Handle, type NodeProps, Position } from 'reactflow';
import { BreakMark } from './BreakMark.tsx';
import { CanvasContext, DetailContext, isFar, useNodeStatus } from './CanvasContext.ts';
import type { EndNode, UnknownNode } from './derive.ts';

const END = { start: { label: 'Start', Mark: Play }, success: { label: 'Success', Mark: CircleCheck }, failure: { label: 'Failure', Mark: CircleX } };

/** Start, Success or Failure. */
export const EndPill = memo(function EndPill({ id, data, selected }: NodeProps<EndNode>) {
  const { mode } = useContext(CanvasContext);
  const status = useNodeStatus(id);
  const far = isFar(useContext(DetailContext));
  const { label, Mark } = END[data.kind];
  const isStart = data.kind === 'start';
  return (
    <div
      className="end-pill"
      data-node-id={id}
      data-end={data.kind}
      data-selected={selected || undefined}
      data-state={status?.state}
      data-connected={data.connected}
      data-far={far || undefined}
    >
      <BreakMark id={id} />
      {far ? null : <Mark size={15} aria-hidden="true" />}
      {label}
      <Handle
        type={isStart ? 'source' : 'target'}
        position={isStart ? Position.Right : Position.Left}
        id={isStart ? 'start' : 'in'}
        isConnectable={mode === 'edit'}
        isConnectableStart={isStart}
      />
    </div>
  );
});

/** Stands where a connection leads to an id that the journey does not place. */
export const UnknownCard = memo(function UnknownCard({ id }: NodeProps<UnknownNode>) {
  return (
    <div className="unknown-card" data-unknown-id={id}>
      <CircleHelp size={16} aria-hidden="true" />
      <span>
        Unknown node
        <code>{id}</code>
      </span>
      <Handle type="target" position={Position.Left} id="in" isConnectable={false} />
    </div>
  );
});
