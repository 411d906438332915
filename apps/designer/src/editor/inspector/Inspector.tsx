import { runAloud } from '../runAloud.ts';
import './inspector.css';
import { ArrowLeft, PencilRuler, Route, Trash2 } from 'lucide-react';
import { lazy, type RefObject, Suspense, useMemo } from 'react';
import { customNodePath, navigate } from '../../app/index.ts';
import { noteIdOf } from '../../canvas/index.ts';
import { Button, Icon, IconButton, Skeleton, Tabs, TextField } from '../../components/index.ts';
import { useEditedContent, useEditing, useEditor } from '../EditorContext.ts';
import { focusSettings } from '../focusSettings.ts';
import { removeChildCommand, removeCommand, renameCommand } from '../store/commands.ts';
import { customTypeOf, definitionFor, placement } from '../store/nodes.ts';
import { CommentField } from './CommentField.tsx';
import { EdgePanel } from './EdgePanel.tsx';
import { JourneySettings } from './JourneySettings.tsx';
import { NodeForm } from './NodeForm.tsx';
import { NodeVersion } from './NodeVersion.tsx';
import { NotePanel } from './NotePanel.tsx';
import { PageChildren } from './PageChildren.tsx';
import { ChildLook, PageLook } from './PageLook.tsx';
import { SeveralPanel } from './SeveralPanel.tsx';
import { StateTab } from './StateTab.tsx';
import { TimingRuler } from './TimingRuler.tsx';
import { type InspectorTab, showInspectorTab, useInspectorTab } from './tab.ts';

const AboutTab = lazy(async () => ({ default: (await import('./AboutTab.tsx')).AboutTab }));
const JsonTab = lazy(async () => ({ default: (await import('./JsonTab.tsx')).JsonTab }));

/** Right: what is selected, and everything that can be set about it. */
export function Inspector({ nameRef }: { nameRef: RefObject<HTMLDivElement | null> }) {
  const document = useEditedContent();
  const selection = useEditor((state) => state.selection);
  const child = useEditor((state) => state.child);
  const nodes = selection.nodes.filter((id) => document.tree.nodes?.[id] !== undefined);
  const [node] = nodes;
  if (selection.edge !== null) return <EdgePanel connection={selection.edge} />;
  const [chosen] = selection.nodes;
  if (chosen !== undefined && selection.nodes.length === 1 && noteIdOf(chosen) !== null) return <NotePanel key={chosen} node={chosen} />;
  const notes = selection.nodes.filter((id) => noteIdOf(id) !== null);
  if (nodes.length + notes.length > 1) return <SeveralPanel nodes={nodes} notes={notes} />;
  if (node !== undefined) return <NodePanel key={child ?? node} id={child ?? node} page={child === null ? null : node} nameRef={nameRef} />;
  return (
    <div className="inspector">
      <header className="inspector-head">
        <span className="inspector-icon" data-tone="neutral">
          <Route size={18} aria-hidden="true" />
        </span>
        <div>
          <h2 title={document.tree._id}>{document.tree._id}</h2>
          <p className="dim">Journey settings</p>
        </div>
      </header>
      <div className="inspector-scroll">
        <JourneySettings />
      </div>
    </div>
  );
}

function NodePanel({ id, page, nameRef }: { id: string; page: string | null; nameRef: RefObject<HTMLDivElement | null> }) {
  const { store, resources } = useEditing();
  const document = useEditedContent();
  const tab = useInspectorTab((state) => state.tab);
  const kinds = resources.nodeTypes;
  const place = placement(document, id);
  const definition = useMemo(() => definitionFor(kinds, document, id), [kinds, document, id]);
  const custom = customTypeOf(kinds, document, id);
  if (!place || !definition) return null;
  const current = () => store.getState().document;
  const remove = () => {
    runAloud(store, page === null ? removeCommand(kinds, current(), [id]) : removeChildCommand(kinds, current(), page, id));
  };
  const settings = (
    <div className="inspector-scroll">
      {place.nodeType === 'PageNode' ? (
        <div className="form">
          <PageChildren page={id} />
        </div>
      ) : null}
      {document.nodes[id] === undefined ? (
        <p className="inspector-empty">The file brought no settings for this node.</p>
      ) : (
        <NodeForm id={id} definition={definition} />
      )}
      {place.nodeType === 'PageNode' ? <PageLook page={id} /> : null}
      {page === null ? null : <ChildLook page={page} child={id} type={place.nodeType} />}
      {place.nodeType === 'BackChannelInitNode' ? (
        <div className="form">
          <TimingRuler id={id} />
        </div>
      ) : null}
    </div>
  );
  return (
    <div className="inspector">
      {page === null ? null : (
        <div className="inspector-back">
          <Button
            kind="quiet"
            size="small"
            icon={<ArrowLeft size={14} aria-hidden="true" />}
            onPress={() => {
              store.select({ nodes: [page], edge: null });
              focusSettings();
            }}
          >
            Back to the page
          </Button>
        </div>
      )}
      <header className="inspector-head">
        <span className="inspector-icon" data-custom={place.nodeType.startsWith('designer-') || undefined}>
          <Icon name={definition.icon} size={18} />
        </span>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: only hears that the focus left a field, which ends its undo step */}
        <div className="inspector-name" ref={nameRef} onBlur={() => store.endGroup()}>
          <TextField
            label="Name"
            hideLabel
            value={place.displayName ?? ''}
            placeholder={definition.name}
            onChange={(name) => store.run(renameCommand(kinds, current(), id, name))}
          />
          <p className="dim">{definition.name}</p>
          <NodeVersion id={id} />
          {custom ? (
            <Button
              kind="quiet"
              size="small"
              icon={<PencilRuler size={14} aria-hidden="true" />}
              onPress={() => navigate(customNodePath(store.getState().realm, custom._id, { from: store.getState().id }))}
            >
              Edit type
            </Button>
          ) : null}
        </div>
        <IconButton
          size="small"
          label={page === null ? 'Delete node' : 'Remove from page'}
          icon={<Trash2 size={15} aria-hidden="true" />}
          onPress={remove}
        />
      </header>
      <Tabs
        label="Node"
        selected={tab}
        onChange={(next) => showInspectorTab(next as InspectorTab)}
        tabs={[
          { id: 'settings', label: 'Settings', content: settings },
          { id: 'state', label: 'State', content: <StateTab id={id} definition={definition} /> },
          {
            id: 'json',
            label: 'JSON',
            content: (
              <Suspense fallback={<Skeleton label="Opening the JSON" lines={6} />}>
                <JsonTab id={id} definition={definition} />
              </Suspense>
            ),
          },
          {
            id: 'about',
            label: 'About',
            content: (
              <>
                {page === null ? <CommentField id={id} /> : null}
                <Suspense fallback={<Skeleton label="Opening what is known of it" lines={6} />}>
                  <AboutTab id={id} definition={definition} />
                </Suspense>
              </>
            ),
          },
        ]}
      />
    </div>
  );
}
