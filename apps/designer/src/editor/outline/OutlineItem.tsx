import { ArrowRight, ChevronRight, CircleAlert, Ellipsis, Unplug } from 'lucide-react';
import type { MouseEvent } from 'react';
import { Button as AriaButton, Collection, TreeItem, TreeItemContent } from 'react-aria-components';
import { openMenu, runCommand } from '../../commands/index.ts';
import { Badge, Icon } from '../../components/index.ts';
import { type NodeRow, type OutcomeRow, type OutlineRow, rowWords } from './rows.ts';

export interface OutlineItemProps {
  row: OutlineRow;
  problems: ReadonlyMap<string, number>;
  choose(key: string): void;
}

/** What a tree is told of its rows: it takes `id` for the key, which in a row is the node's. */
export const asItems = (rows: readonly OutlineRow[]) => rows.map((row) => ({ id: row.key, row }));

function openRowMenu(row: OutlineRow, x: number, y: number): void {
  openMenu({ place: 'outline', label: row.label, x, y });
}

/** One row of the tree grid, with the rows below it. */
export function OutlineItem({ row, problems, choose }: OutlineItemProps) {
  const count = row.kind === 'node' ? (problems.get(row.id) ?? 0) : 0;
  const said = count > 0 ? `, ${count} ${count === 1 ? 'problem' : 'problems'}` : '';
  const onContextMenu = (event: MouseEvent) => {
    event.preventDefault();
    event.stopPropagation();
    choose(row.key);
    openRowMenu(row, event.clientX, event.clientY);
  };
  return (
    <TreeItem
      id={row.key}
      textValue={`${rowWords(row)}${said}`}
      className="outline-row"
      data-kind={row.kind}
      onAction={() => runCommand('outline.open')}
    >
      <TreeItemContent>
        {({ hasChildItems }) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: the row's menu is on its button and on Shift F10, too
          <div className="outline-cell" onContextMenu={onContextMenu}>
            {hasChildItems ? (
              <AriaButton slot="chevron" className="outline-chevron">
                <ChevronRight size={14} aria-hidden="true" />
              </AriaButton>
            ) : (
              <span className="outline-chevron" />
            )}
            {row.kind === 'node' ? <NodeCell row={row} problems={count} /> : <OutcomeCell row={row} choose={choose} />}
            <AriaButton
              className="icon-button outline-menu"
              data-size="small"
              aria-label={`What can be done with ${row.label}`}
              onPress={({ target }) => {
                const { left, bottom } = target.getBoundingClientRect();
                choose(row.key);
                openRowMenu(row, left, bottom);
              }}
            >
              <Ellipsis size={15} aria-hidden="true" />
            </AriaButton>
          </div>
        )}
      </TreeItemContent>
      {row.kind === 'node' ? (
        <Collection items={asItems(row.rows)}>{(inner) => <OutlineItem row={inner.row} problems={problems} choose={choose} />}</Collection>
      ) : null}
    </TreeItem>
  );
}

function NodeCell({ row, problems }: { row: NodeRow; problems: number }) {
  return (
    <>
      <Icon name={row.icon} size={15} />
      <span className="outline-name">{row.label}</span>
      {row.type === row.label ? null : <span className="dim outline-type">{row.type}</span>}
      {problems > 0 ? (
        <Badge tone="failure" icon={<CircleAlert size={11} aria-hidden="true" />}>
          {problems}
        </Badge>
      ) : null}
    </>
  );
}

function OutcomeCell({ row, choose }: { row: OutcomeRow; choose(key: string): void }) {
  const Mark = row.to === null ? Unplug : ArrowRight;
  return (
    <>
      <span className="outline-outcome" data-gone={row.gone || undefined}>
        {row.label}
        {row.gone ? <span className="dim"> (gone)</span> : null}
      </span>
      <AriaButton
        className="outline-target"
        data-open={row.to === null || undefined}
        aria-label={`Choose where ${row.label} leads; now ${row.target}`}
        onPress={() => {
          choose(row.key);
          // The row that commands are about follows with the next drawing.
          requestAnimationFrame(() => runCommand('outline.open'));
        }}
      >
        <Mark size={13} aria-hidden="true" />
        {row.target}
      </AriaButton>
    </>
  );
}
