import { ArrowUpCircle } from 'lucide-react';
import { useState } from 'react';
import { type CommandEntry, useCommands } from '../../commands/index.ts';
import { Badge, Button, Dialog } from '../../components/index.ts';
import { useEditedContent, useEditing } from '../EditorContext.ts';
import { runAloud } from '../runAloud.ts';
import { type Kinds, nameOf } from '../store/nodes.ts';
import { changesOfVersion, type VersionChange, versionCommand, versionOf } from '../store/versionCommand.ts';

const COMMANDS: readonly CommandEntry<{ canChange: boolean; open(): void }>[] = [
  {
    id: 'node.version',
    title: 'Change the version of the node',
    group: 'Nodes',
    icon: ArrowUpCircle,
    scope: 'editor',
    when: ({ canChange }) => canChange,
    run: ({ open }) => open(),
  },
];

/** The version of a node; where AM knows others, what each would change, and the way to it. */
export function NodeVersion({ id }: { id: string }) {
  const { resources } = useEditing();
  const document = useEditedContent();
  const [isOpen, setOpen] = useState(false);
  const { version, versions, update } = versionOf(resources.nodeTypes, document, id);
  const others = versions.filter((other) => other !== version);
  useCommands(COMMANDS, { canChange: others.length > 0, open: () => setOpen(true) });
  return (
    <p className="node-version">
      <span className="dim">Version {version}</span>
      {update === null ? null : <Badge tone="transaction">Update available</Badge>}
      {others.length === 0 ? null : (
        <Button kind="quiet" size="small" onPress={() => setOpen(true)}>
          {update === null ? 'Change version' : 'Update'}
        </Button>
      )}
      {isOpen ? <VersionDialog id={id} versions={others} onClose={() => setOpen(false)} /> : null}
    </p>
  );
}

function VersionDialog({ id, versions, onClose }: { id: string; versions: readonly string[]; onClose(): void }) {
  const { store, resources } = useEditing();
  const kinds = resources.nodeTypes;
  const { document } = store.getState();
  const take = (version: string) => {
    const command = versionCommand(kinds, store.getState().document, id, version);
    runAloud(store, command);
    onClose();
  };
  return (
    <Dialog title={`Version of ${nameOf(kinds, document, id)}`} isOpen onClose={onClose} footer={<Button onPress={onClose}>Cancel</Button>}>
      {versions.map((version) => (
        <section key={version} className="version-choice">
          <h3>Version {version}</h3>
          <ul>
            {changeWords(kinds, document, changesOfVersion(kinds, document, id, version)).map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
          <Button kind="primary" onPress={() => take(version)}>
            {versionCommand(kinds, document, id, version).name}
          </Button>
        </section>
      ))}
    </Dialog>
  );
}

function changeWords(kinds: Kinds, document: Parameters<typeof nameOf>[1], { gone, added, renamed }: VersionChange): string[] {
  const words = [
    ...gone.map(({ outcome, to }) =>
      to === null
        ? `The outcome ${outcome.displayName} goes.`
        : `The outcome ${outcome.displayName} goes, and its connection to ${nameOf(kinds, document, to)} is cut.`,
    ),
    ...added.map((outcome) => `The outcome ${outcome.displayName} comes, not connected.`),
    ...renamed.map(({ from, to }) => `The outcome ${from.displayName} is called ${to.id} instead of ${from.id}; its connection stays.`),
  ];
  return words.length === 0 ? ['The outcomes and their connections stay. Settings stay as they are.'] : [...words, 'Settings stay as they are.'];
}
