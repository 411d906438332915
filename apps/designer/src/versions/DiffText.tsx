import './diff.css';
import { CircleDot, CircleMinus, CirclePlus } from 'lucide-react';
import type { DiffDetail, DiffGroup, DiffItem } from './describe.ts';
import { ScriptLines } from './ScriptLines.tsx';

const ICON = { added: CirclePlus, removed: CircleMinus, changed: CircleDot };

/** Whether something came, left or is another: by icon and word, the colour only repeats it. */
function DiffMark({ state }: { state: DiffItem['state'] }) {
  const Mark = ICON[state];
  return (
    <span className="diff-mark" data-state={state}>
      <Mark size={14} aria-hidden="true" />
    </span>
  );
}

function Value({ value, kind }: { value: string | null; kind: 'before' | 'after' }) {
  return value === null ? <span className="dim">nothing</span> : kind === 'before' ? <del>{value}</del> : <ins>{value}</ins>;
}

function Detail({ detail }: { detail: DiffDetail }) {
  return (
    <li>
      {detail.label === '' ? null : <span className="diff-label">{detail.label}</span>}
      <span className="diff-values">
        <Value value={detail.before} kind="before" />
        <span aria-hidden="true">→</span>
        <span className="visually-hidden">, now </span>
        <Value value={detail.after} kind="after" />
      </span>
    </li>
  );
}

/** A comparison as text: what came, what left, what is another. */
export function DiffText({
  groups,
  none = 'No difference.',
  onShow,
}: {
  groups: readonly DiffGroup[];
  none?: string;
  /** Shows a node where it stands. */
  onShow?: (node: string) => void;
}) {
  if (groups.length === 0) return <p className="dim">{none}</p>;
  return (
    <div className="diff-text">
      {groups.map(({ title, items }) => (
        <section key={title}>
          <h3 className="diff-group">{title}</h3>
          <ul className="diff-items">
            {items.map((item) => (
              <li key={item.id}>
                <div className="diff-item">
                  <DiffMark state={item.state} />
                  {onShow && item.node !== undefined ? (
                    <button type="button" className="diff-show" onClick={() => onShow(item.node ?? '')} title="Show on the canvas">
                      {item.text}
                    </button>
                  ) : (
                    <span>{item.text}</span>
                  )}
                </div>
                {item.details.length > 0 ? (
                  <ul className="diff-details">
                    {item.details.map((detail) => (
                      <Detail key={detail.label} detail={detail} />
                    ))}
                  </ul>
                ) : null}
                {item.script ? <ScriptLines script={item.script} /> : null}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
