import './versions.css';
import type { JourneyVersion } from '@tandem/api';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Columns2, Pencil, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { Badge, Button, ErrorBox, IconButton, Skeleton, toast } from '../components/index.ts';
import { useEditing, useEditor } from '../editor/EditorContext.ts';
import { saveNow } from '../editor/saveNow.ts';
import { documentOf, isDirty } from '../editor/store/editorStore.ts';
import { versionQuery, versionsQuery } from './api.ts';
import { CompareDialog, NOW } from './CompareDialog.tsx';
import { NameVersionDialog } from './NameVersionDialog.tsx';
import { causeOf, changesOf, timeOf, titleOf } from './words.ts';

type Open = { kind: 'compare'; before: string; after: string } | { kind: 'name'; version: JourneyVersion };

/** The dock's tab: every saved version of the journey, newest first. */
export function VersionsTab() {
  const { store } = useEditing();
  const queries = useQueryClient();
  const realm = useEditor((state) => state.realm);
  const id = useEditor((state) => state.id);
  const dirty = useEditor(isDirty);
  const list = useQuery(versionsQuery(realm, id));
  const [open, setOpen] = useState<Open | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const versions = list.data ?? [];
  const close = () => setOpen(null);

  const revert = async (version: JourneyVersion) => {
    close();
    setFailure(null);
    try {
      const document = documentOf(await queries.fetchQuery(versionQuery(realm, id, version.version)));
      store.run({ name: `Revert to ${titleOf(version)}`, apply: () => document });
      if (!(await saveNow(store))) return;
      await queries.invalidateQueries();
      toast(`Reverted to ${titleOf(version)}. Undo brings back what was here`);
    } catch (error) {
      setFailure(error);
    }
  };

  if (list.isPending) return <Skeleton label="Reading the versions" lines={4} />;
  if (list.error) return <ErrorBox title="The versions could not be read" error={list.error} onRetry={() => void list.refetch()} />;
  return (
    <div className="versions">
      {failure ? <ErrorBox title="The journey was not reverted" error={failure} /> : null}
      <ol className="version-list" aria-label={`Versions of ${id}, newest first`}>
        {dirty ? (
          <li className="version">
            <span className="version-text">
              <strong>Now</strong>
              <span className="dim">Changes that are not saved</span>
            </span>
            <Button
              size="small"
              icon={<Columns2 size={14} aria-hidden="true" />}
              onPress={() => setOpen({ kind: 'compare', before: String(versions[0]?.version ?? NOW), after: NOW })}
            >
              Compare with the saved version
            </Button>
          </li>
        ) : null}
        {versions.map((version, index) => (
          <li key={version.version} className="version">
            <span className="version-text">
              <span className="version-title">
                <strong>{titleOf(version)}</strong>
                {version.current ? <Badge tone="accent">saved now</Badge> : null}
              </span>
              <span className="dim">
                {[version.name === null ? null : timeOf(version.savedAt), causeOf(version), changesOf(version.changes)].filter(Boolean).join(' · ')}
              </span>
            </span>
            {version.current && index === versions.length - 1 ? null : (
              <Button
                size="small"
                icon={<Columns2 size={14} aria-hidden="true" />}
                onPress={() =>
                  setOpen(
                    version.current
                      ? { kind: 'compare', before: String(versions[index + 1]?.version ?? version.version), after: String(version.version) }
                      : { kind: 'compare', before: String(version.version), after: NOW },
                  )
                }
              >
                {version.current ? 'Compare with the one before' : 'Compare with now'}
              </Button>
            )}
            {version.current ? null : (
              <Button size="small" icon={<RotateCcw size={14} aria-hidden="true" />} onPress={() => void revert(version)}>
                Revert
              </Button>
            )}
            <IconButton
              size="small"
              label={`Name the version ${titleOf(version)}`}
              icon={<Pencil size={14} aria-hidden="true" />}
              onPress={() => setOpen({ kind: 'name', version })}
            />
          </li>
        ))}
      </ol>
      {open?.kind === 'compare' ? (
        <CompareDialog versions={versions} before={open.before} after={open.after} onRevert={(version) => void revert(version)} onClose={close} />
      ) : null}
      {open?.kind === 'name' ? <NameVersionDialog realm={realm} journey={id} version={open.version} onClose={close} /> : null}
    </div>
  );
}
