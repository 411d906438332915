import { ArrowUpRight, CircleAlert, MessageSquareText } from 'lucide-react';
import { memo, useContext } from 'react';
import { Handle, type NodeProps, Position } from 'reactflow';
import { Icon } from '../components/index.ts';
import { BreakMark } from './BreakMark.tsx';
import { CanvasContext, DetailContext, isFar, useIsRenaming, useNodeStatus } from './CanvasContext.ts';
import { DIFF_WORD, DiffSign } from './DiffSign.tsx';
import type { CardNode } from './derive.ts';
import type { CardData, ChildData, PortData } from './describe.ts';
import { farName } from './farName.ts';
import { CARD_WIDTH } from './geometry.ts';
import { NameField } from './NameField.tsx';
import { StatusMark, statusLine } from './StatusMark.tsx';
import { CHILD_TYPE } from './types.ts';
import { usePortsFound } from './usePortsFound.ts';

/** Longer words get an ellipsis where they end: each is a clip of its own, which browsers go through at every step of a pan. */
const LONG = 15;
/** Longer names may want more than their two lines, on the narrowest cards. */
const LONG_NAME = 12;

function PageChildren({ children, canDrag }: { children: readonly ChildData[]; canDrag: boolean }) {
  if (children.length === 0) return null;
  return (
    <ol className="card-children" aria-label="On this page">
      {children.map((child) => (
        <li
          key={child.id}
          className={canDrag ? 'card-child nodrag' : 'card-child'}
          data-child-id={child.id}
          draggable={canDrag}
          onDragStart={(event) => {
            event.dataTransfer.setData(CHILD_TYPE, child.id);
            event.dataTransfer.effectAllowed = 'move';
          }}
        >
          <Icon name={child.icon} size={14} />
          <span data-long={child.name.length > LONG || undefined}>{child.name}</span>
        </li>
      ))}
    </ol>
  );
}

function Ports({ ports, taken, canConnect }: { ports: readonly PortData[]; taken: string | null; canConnect: boolean }) {
  return (
    <ul className="card-ports" aria-label="Outcomes">
      {ports.map((port) => (
        <li
          key={port.id}
          className="card-port"
          data-outcome={port.id}
          data-connected={port.connected}
          data-gone={port.gone || undefined}
          data-taken={port.id === taken || undefined}
          title={port.gone ? 'The node no longer has this outcome.' : undefined}
        >
          {port.label}
          <Handle type="source" position={Position.Right} id={port.id} isConnectable={canConnect} />
        </li>
      ))}
    </ul>
  );
}

/** What is left of a card when it is too small to be read; connections know the places of its ports without them. */
function FarCard({ data, width, height }: { data: CardData; width: number; height: number | undefined }) {
  if (useContext(DetailContext) === 'plain') return null;
  const { size, icon, lines } = farName(data.name, width, height);
  return (
    <>
      <div className="card-far" data-cut={lines !== undefined || undefined} style={{ fontSize: size, WebkitLineClamp: lines }}>
        {icon ? <Icon name={data.icon} size={size} /> : null}
        {data.name}
      </div>
      {data.children.map((child) => (
        <i key={child.id} data-child-id={child.id} hidden={true} />
      ))}
    </>
  );
}

/** A node of the journey: icon, name, type, what it is set to, and one row with a port per outcome. */
export const NodeCard = memo(function NodeCard({ id, data, selected, width, height }: NodeProps<CardNode>) {
  const { mode, problems, openJourney, names, renaming, marks } = useContext(CanvasContext);
  const isRenaming = useIsRenaming(id);
  const mark = marks.get(id);
  const detail = useContext(DetailContext);
  const far = isFar(detail) && !isRenaming;
  usePortsFound(id, far);
  const status = useNodeStatus(id);
  const count = problems.get(id) ?? 0;
  const taken = status?.lastOutcome ?? null;
  const takenLabel = data.ports.find((port) => port.id === taken)?.label;
  const canConnect = mode === 'edit';
  return (
    <div
      className="card"
      data-node-id={id}
      data-node-type={data.type}
      data-page={data.isPage || undefined}
      data-selected={selected || undefined}
      data-state={status?.state}
      data-diff={mark}
      data-far={far || undefined}
      data-small={(detail !== 'all' && !far) || undefined}
    >
      <BreakMark id={id} />
      {far ? (
        <FarCard data={data} width={width ?? CARD_WIDTH} height={height} />
      ) : (
        <>
          <Handle type="target" position={Position.Left} id="in" isConnectable={canConnect} isConnectableStart={false} />
          <div className="card-head">
            <span className="card-icon" data-tone={data.tone}>
              <Icon name={data.icon} />
            </span>
            <span className="card-titles">
              {isRenaming ? (
                <NameField id={id} name={data.name} typeName={data.typeName} />
              ) : (
                // biome-ignore lint/a11y/noStaticElementInteractions: F2 and the node's menu do the same
                <span
                  className="card-name"
                  data-long={data.name.length > LONG_NAME || undefined}
                  onDoubleClick={(event) => {
                    if (names === null) return;
                    event.stopPropagation();
                    renaming.setState({ node: id });
                  }}
                >
                  {data.name}
                </span>
              )}
              <span className="card-type" data-long={data.typeName.length > LONG || status !== undefined || mark !== undefined || undefined}>
                {status ? statusLine(status, takenLabel) : mark ? `${DIFF_WORD[mark]} · ${data.typeName}` : data.typeName}
              </span>
            </span>
            {data.comment === '' || status ? null : (
              <span className="card-comment" role="img" aria-label={`Comment: ${data.comment}`} title={data.comment}>
                <MessageSquareText size={15} aria-hidden="true" />
              </span>
            )}
            {status ? <StatusMark state={status.state} /> : null}
            {mark ? <DiffSign state={mark} /> : null}
            {count > 0 && !status ? (
              <span className="card-problem" role="img" aria-label={`${count} ${count === 1 ? 'problem' : 'problems'}`}>
                <CircleAlert size={15} aria-hidden="true" />
              </span>
            ) : null}
          </div>
          {data.summary ? <div className="card-summary">{data.summary}</div> : null}
          {data.opens === null ? null : (
            <div className="card-opens">
              <span>{data.opens}</span>
              {openJourney ? (
                <button
                  type="button"
                  className="nodrag"
                  onClick={(event) => {
                    event.stopPropagation();
                    openJourney(data.opens ?? '');
                  }}
                  aria-label={`Open journey ${data.opens}`}
                  title={`Open journey ${data.opens}`}
                >
                  <ArrowUpRight size={14} aria-hidden="true" />
                </button>
              ) : null}
            </div>
          )}
          <PageChildren canDrag={canConnect}>{data.children}</PageChildren>
          <Ports ports={data.ports} taken={taken} canConnect={canConnect} />
        </>
      )}
    </div>
  );
});
