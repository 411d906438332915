import '../../scripts/scripts.css';
import './customNodes.css';
import type { CustomNodeRecord } from '@tandem/api';
import { freeName } from '@tandem/journey';
import { customTypeIssues } from '@tandem/nodes';
import { checkLanguage } from '@tandem/scripting/language';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FocusEvent, useEffect, useMemo, useRef, useState } from 'react';
import { type CustomNodeTab, customNodePath, designerPath, knowledgeQuery, navigate, realmScreenPath, useLeaveGuard } from '../../app/index.ts';
import { useCommands } from '../../commands/index.ts';
import { Badge, Button, DeleteDialog, DiscardDialog, ErrorBox, refuse, type TabEntry, Tabs, toast } from '../../components/index.ts';
import { WorkNotices } from '../work/WorkNotices.tsx';
import { exportCustomNodes, removeCustomNodes } from './api.ts';
import { unknownOutcomes } from './chosenOutcomes.ts';
import { TYPE_COMMANDS } from './commands.ts';
import { DetailsTab } from './DetailsTab.tsx';
import { copyOf, draftOf, freshType } from './draft.ts';
import { EffectsDialog } from './EffectsDialog.tsx';
import { keep } from './keptDraft.ts';
import { OverviewTab } from './OverviewTab.tsx';
import { PageHead } from './PageHead.tsx';
import { PropertiesTab } from './PropertiesTab.tsx';
import { ScriptTab } from './ScriptTab.tsx';
import { SettingsTab } from './SettingsTab.tsx';
import { TypeConflictDialog } from './TypeConflictDialog.tsx';
import { asked, cameFrom, TAB_WORDS, TABS, tabOf } from './tabs.ts';
import { UsedBy } from './UsedBy.tsx';
import { useCustomNode } from './useCustomNode.ts';
import { counted } from './words.ts';

interface Props {
  realm: string;
  item: string;
  record: CustomNodeRecord | null;
  /** Every type of the realm, for names. */
  types: readonly CustomNodeRecord[];
  /** The other tabs that are open. */
  otherTabs: ReadonlySet<string>;
}

/** The designer of a custom node type. */
export function CustomNodePage({ realm, item, record, types, otherTabs }: Props) {
  const queries = useQueryClient();
  const [fresh] = useState(freshType);
  const edit = useCustomNode(realm, item, record, fresh, otherTabs);
  const { type, isNew, isDirty, conflict, effects } = edit;
  const { data: knowledge } = useQuery(knowledgeQuery(realm));
  const { leaving, ask, stay } = useLeaveGuard(isDirty);
  const [tab, setTab] = useState<CustomNodeTab>(() => asked() ?? (record === null ? 'details' : 'overview'));
  const [tried, setTried] = useState(false);
  const [deleting, setDeleting] = useState(false);
  const [from] = useState(cameFrom);
  const leaveTo = useRef<(() => void) | null>(null);
  const [exportFailure, setExportFailure] = useState<unknown>(null);
  const issues = useMemo(() => customTypeIssues(type), [type]);
  // A name that nobody has typed yet is no mistake.
  const shownIssues = tried || !isNew ? issues : issues.filter(({ field }) => field !== 'displayName');
  const errorOf = (field: string) => shownIssues.find((issue) => issue.field === field)?.message;
  const language = knowledge?.services.scriptLanguage ?? 'aic';
  const refused = useMemo(() => checkLanguage(type.script, { language, library: false }).length, [type.script, language]);
  const unknown = useMemo(() => unknownOutcomes(type), [type]);
  const title = type.displayName.trim() || 'New custom node';
  useEffect(() => {
    document.title = `${title} · Custom nodes · Tandem`;
  }, [title]);

  const save = () => {
    setTried(true);
    const [first] = issues;
    if (first === undefined) void edit.save();
    else setTab(tabOf(first.field));
  };
  useCommands(TYPE_COMMANDS, { undoName: edit.undoName, redoName: edit.redoName, undo: () => void edit.undo(), redo: () => void edit.redo(), save });

  const { saved } = edit;
  useEffect(() => {
    // The address of the new type, once nothing is unsaved any more.
    if (saved) navigate(customNodePath(realm, saved.nodeType._id, { tab: 'overview', ...(from === null ? {} : { from }) }), { replace: true });
  }, [saved, realm, from]);

  // Only once the guard knows that there is nothing to lose any more.
  const { isGone } = edit;
  useEffect(() => {
    if (isGone && leaveTo.current) leaveTo.current();
  }, [isGone]);
  const giveUp = (then: () => void) => {
    leaveTo.current = then;
    edit.forget();
  };

  const close = () => navigate(from === null ? realmScreenPath(realm, 'custom-nodes') : designerPath(realm, from));
  const duplicate = () => {
    const names = new Set(types.map(({ nodeType }) => nodeType.displayName));
    const copy = copyOf(
      type,
      freeName(`${type.displayName} copy`, (name) => names.has(name)),
    );
    // What is not saved yet is known to the browser alone.
    if (!keep(realm, copy._id, { baseVersion: 0, base: null, draft: draftOf(copy) })) return refuse('This browser has no room to keep a copy.');
    navigate(customNodePath(realm, copy._id, { tab: 'details' }));
  };
  const exportFile = async () => {
    setExportFailure(null);
    try {
      await exportCustomNodes(realm, [type._id]);
      toast(`Exported ${title}`);
    } catch (error) {
      setExportFailure(error);
    }
  };
  const label = (id: CustomNodeTab, text: string) => {
    const count = id === 'script' ? refused + unknown.length : shownIssues.filter(({ field }) => tabOf(field) === id).length;
    return count === 0 ? (
      text
    ) : (
      <>
        {text} <Badge tone="failure">{counted(count, 'problem')}</Badge>
      </>
    );
  };
  const uses = record?.uses ?? [];
  const tabs: TabEntry[] = [
    ...(isNew ? [] : [{ id: 'overview', label: 'Overview', content: <OverviewTab realm={realm} type={type} uses={uses} /> }]),
    {
      id: 'details',
      label: label('details', 'Details'),
      content: <DetailsTab type={type} others={types} errorOf={errorOf} run={edit.run} />,
    },
    {
      id: 'properties',
      label: label('properties', 'Properties'),
      content: <PropertiesTab type={type} errorOf={errorOf} issues={issues} run={edit.run} />,
    },
    { id: 'settings', label: label('settings', 'Settings'), content: <SettingsTab type={type} errorOf={errorOf} run={edit.run} /> },
    {
      id: 'script',
      label: label('script', 'Script'),
      content: <ScriptTab realm={realm} type={type} knowledge={knowledge} run={edit.run} onBlur={edit.endGroup} />,
    },
  ];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only hears that the focus left a field, which ends its undo step
    <div
      className="custom-node"
      onBlur={(event: FocusEvent) =>
        event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement ? edit.endGroup() : undefined
      }
    >
      <PageHead
        title={title}
        type={type}
        isNew={isNew}
        isDirty={isDirty}
        busy={edit.busy}
        from={from}
        undoName={edit.undoName}
        redoName={edit.redoName}
        onUndo={() => void edit.undo()}
        onRedo={() => void edit.redo()}
        onSave={save}
        onClose={close}
        onAction={(action) => {
          if (action === 'export') void exportFile();
          else if (action === 'duplicate') ask(duplicate);
          else setDeleting(true);
        }}
      />
      <WorkNotices
        title={title}
        isRestored={edit.restored}
        isUnkept={edit.isUnkept}
        failure={edit.failure}
        onKeep={edit.keepWorking}
        onDiscard={edit.discard}
        onSave={save}
      />
      {tried && issues.length > 0 ? (
        <p className="type-refused" role="alert">
          {`Not saved. ${issues.map(({ field, message }) => `${TAB_WORDS[tabOf(field)]}: ${message}`).join(' ')}`}
        </p>
      ) : null}
      {unknown.length > 0 ? (
        <p className="type-notice">
          <span>
            {`The script chooses ${unknown.map(({ name, line }) => `“${name}” (line ${line})`).join(', ')}, ${unknown.length === 1 ? 'which is no outcome' : 'which are no outcomes'} of this type: the journey fails there.`}
          </span>
          {tab === 'script' ? null : (
            <Button size="small" onPress={() => setTab('script')}>
              Go to the script
            </Button>
          )}
        </p>
      ) : null}
      {exportFailure ? <ErrorBox title={`${title} was not exported`} error={exportFailure} onRetry={() => void exportFile()} /> : null}
      <Tabs label="Custom node" tabs={tabs} selected={tab} onChange={(id) => setTab(TABS.find((known) => known === id) ?? 'details')} />
      {effects ? (
        <EffectsDialog
          name={title}
          effects={effects.list}
          busy={edit.busy}
          onReplace={() => void edit.write('replace', effects.over)}
          onLeave={() => void edit.write('leave', effects.over)}
          onClose={edit.closeEffects}
        />
      ) : null}
      {conflict ? (
        <TypeConflictDialog
          conflict={conflict}
          base={edit.base.type}
          mine={type}
          onLater={edit.decideLater}
          onKeep={() => void edit.save(conflict.current?.version ?? 0)}
          onTake={() => {
            if (conflict.current) return edit.adopt(conflict.current);
            giveUp(() => navigate(realmScreenPath(realm, 'custom-nodes')));
            void queries.invalidateQueries();
          }}
        />
      ) : null}
      {deleting ? (
        <DeleteDialog
          title={title}
          word="custom node"
          isBlocked={uses.length > 0}
          onClose={() => setDeleting(false)}
          onDelete={async () => {
            await removeCustomNodes(realm, [type._id]);
            toast(`Deleted ${title}`);
            giveUp(() => navigate(realmScreenPath(realm, 'custom-nodes')));
            await queries.invalidateQueries();
          }}
        >
          {uses.length > 0 ? (
            <UsedBy realm={realm} records={record ? [record] : []} />
          ) : (
            <p>No journey uses it. The realm as it is now becomes a backup: restore it under Realm, Backups.</p>
          )}
        </DeleteDialog>
      ) : null}
      {leaving ? <DiscardDialog onStay={stay} onDiscard={() => giveUp(leaving)} /> : null}
    </div>
  );
}
