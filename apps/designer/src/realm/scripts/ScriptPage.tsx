import '../../scripts/scripts.css';
import './scriptPage.css';
import type { ScriptRecord } from '@tandem/api';
import { type Script, withScriptBody } from '@tandem/journey';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ArrowLeft, Copy, FlaskConical, MoreHorizontal, Save, Settings2, Trash2, Users } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { designerPath, knowledgeQuery, navigate, useLeaveGuard } from '../../app/index.ts';
import { Badge, Button, DeleteDialog, DiscardDialog, IconButton, Menu, Skeleton, toast } from '../../components/index.ts';
import { nameProblem, withFields } from '../../scripts/fields.ts';
import { realmSurroundings } from '../../scripts/realmSurroundings.ts';
import { ScriptDialog } from '../../scripts/ScriptDialog.tsx';
import { ScriptWorkspace } from '../../scripts/ScriptWorkspace.tsx';
import { contextName, engineName } from '../../scripts/templates.ts';
import { UsesDialog } from '../../scripts/UsesDialog.tsx';
import { usesWords } from '../../scripts/usage.ts';
import { useSaveKey } from '../parts/useSaveKey.ts';
import { WorkNotices } from '../work/WorkNotices.tsx';
import { removeScript } from './queries.ts';
import { requirersOf } from './requirers.ts';
import { ScriptConflictDialog } from './ScriptConflictDialog.tsx';
import { useScript } from './useScript.ts';

interface Props {
  realm: string;
  record: ScriptRecord;
  /** Somebody else deleted it while it is open. */
  isDeleted: boolean;
  /** Every script of the realm, for names. */
  taken: readonly Script[];
  /** The other tabs of this browser that were open when the script was. */
  others: ReadonlySet<string>;
  onDuplicate(script: Script): void;
  onClose(): void;
}

/** One script of the realm: the same editor as below the canvas, saved by itself. */
export function ScriptPage({ realm, record, isDeleted, taken, others, onDuplicate, onClose }: Props) {
  const queries = useQueryClient();
  const { data: knowledge } = useQuery(knowledgeQuery(realm));
  const edit = useScript(realm, record, others);
  const { script, isDirty, conflict } = edit;
  const { leaving, ask, stay } = useLeaveGuard(isDirty);
  const [open, setOpen] = useState<'uses' | 'settings' | 'delete' | null>(null);
  const [isTesting, setTesting] = useState(false);
  const saveRef = useRef<HTMLButtonElement>(null);
  useSaveKey(() => void edit.save());
  const { context, evaluatorVersion } = script;
  const around = useMemo(() => knowledge && realmSurroundings(knowledge, { context, evaluatorVersion }), [knowledge, context, evaluatorVersion]);
  const close = () => setOpen(null);
  const leaveForGood = () => {
    edit.giveUp();
    onClose();
  };
  const isLibrary = context === 'LIBRARY';
  const requirers = requirersOf(record);
  const words = isLibrary ? `Required by ${requirers.length === 1 ? '1 script' : `${requirers.length} scripts`}` : usesWords(record.uses);
  return (
    <div className="script-page">
      <Button kind="quiet" size="small" icon={<ArrowLeft size={14} aria-hidden="true" />} onPress={() => ask(onClose)}>
        All scripts
      </Button>
      <header className="script-page-head">
        <h1 className="section-title" tabIndex={-1}>
          {script.name}
        </h1>
        <Badge>{`${engineName(evaluatorVersion)} · ${contextName(context)}`}</Badge>
        <span className="script-actions">
          <span className="dim" role="status">
            {isDirty ? 'Unsaved changes' : isDeleted ? 'Deleted' : 'Saved'}
          </span>
          <Button size="small" kind="quiet" icon={<Users size={14} aria-hidden="true" />} isDisabled={isLibrary} onPress={() => setOpen('uses')}>
            {words}
          </Button>
          {isLibrary ? null : (
            <Button
              size="small"
              icon={<FlaskConical size={14} aria-hidden="true" />}
              aria-expanded={isTesting}
              onPress={() => setTesting(!isTesting)}
            >
              Test run
            </Button>
          )}
          <Button
            ref={saveRef}
            size="small"
            kind="primary"
            icon={<Save size={14} aria-hidden="true" />}
            isIdle={edit.busy || !isDirty}
            onPress={() => void edit.save()}
          >
            Save
          </Button>
          <Menu
            label={`Script ${script.name}`}
            trigger={<IconButton size="small" label="More for this script" icon={<MoreHorizontal size={15} aria-hidden="true" />} />}
            entries={[
              { id: 'settings', label: 'Rename, description, context', icon: <Settings2 size={14} aria-hidden="true" /> },
              { id: 'duplicate', label: 'Duplicate', icon: <Copy size={14} aria-hidden="true" /> },
              { id: 'delete', label: 'Delete script', icon: <Trash2 size={14} aria-hidden="true" />, isDanger: true },
            ]}
            onAction={(action) => {
              if (action === 'duplicate') onDuplicate(script);
              else setOpen(action === 'delete' ? 'delete' : 'settings');
            }}
          />
        </span>
      </header>
      {script.description ? <p className="dim">{script.description}</p> : null}
      {isDeleted ? (
        <div className="work-notice" role="status">
          <span>
            Somebody else deleted this script.{isDirty ? ' What you changed is still here: save to create it again.' : ' It is shown as it was last.'}
          </span>
        </div>
      ) : null}
      <WorkNotices
        title={script.name}
        isRestored={edit.isRestored}
        isUnkept={edit.isUnkept}
        failure={edit.failure}
        onKeep={edit.keepWorking}
        onDiscard={edit.discard}
        onSave={() => void edit.save()}
      />
      <div className="script script-page-body">
        {around ? (
          <ScriptWorkspace
            realm={realm}
            script={script}
            around={around}
            isTesting={isTesting}
            onCloseTest={() => setTesting(false)}
            onChange={(source) => edit.change((current) => withScriptBody(current, source))}
            onLeave={() => saveRef.current?.focus()}
            ownHistory
          />
        ) : (
          <Skeleton label="Reading the realm" lines={10} />
        )}
      </div>
      {open === 'uses' ? (
        <UsesDialog name={script.name} uses={record.uses} onOpen={(use) => ask(() => navigate(designerPath(realm, use.journey)))} onClose={close} />
      ) : null}
      {open === 'settings' ? (
        <ScriptDialog
          title={`Settings of ${script.name}`}
          button="Apply"
          initial={{ name: script.name, description: script.description ?? '', context: context ?? '', evaluatorVersion: evaluatorVersion ?? '1.0' }}
          problem={(name) => nameProblem(name, taken, script._id)}
          renameHint={
            requirers.length > 0
              ? `Scripts require a library by its name. Saved with another one, it is changed in ${requirers.join(', ')}, too.`
              : undefined
          }
          onSubmit={(fields) => {
            edit.change((current) => withFields(current, fields));
            close();
          }}
          onClose={close}
        />
      ) : null}
      {open === 'delete' ? (
        <DeleteDialog
          title={script.name}
          word="script"
          onClose={close}
          onDelete={async (isAgain) => {
            await removeScript(realm, script._id, isAgain ? undefined : edit.base.version);
            toast(`Deleted ${script.name}`);
            leaveForGood();
            await queries.invalidateQueries();
          }}
        >
          <p>Only a script that nothing uses can be deleted. The realm as it is now becomes a backup: restore it under Realm, Backups.</p>
        </DeleteDialog>
      ) : null}
      {conflict ? (
        <ScriptConflictDialog
          conflict={conflict}
          base={edit.base.script}
          mine={script}
          onLater={edit.decideLater}
          onKeep={() => void edit.save(conflict.current?.version ?? 0)}
          onTake={() => {
            if (conflict.current) edit.takeTheirs(conflict.current);
            else {
              leaveForGood();
              void queries.invalidateQueries();
            }
          }}
        />
      ) : null}
      {leaving ? (
        <DiscardDialog
          onDiscard={() => {
            edit.giveUp();
            leaving();
          }}
          onStay={stay}
        />
      ) : null}
    </div>
  );
}
