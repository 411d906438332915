import './dock.css';
import { ChevronDown, ChevronUp } from 'lucide-react';
import { Suspense, useId } from 'react';
import { IconButton, Panel, Skeleton } from '../../components/index.ts';
import { closeDock, openDockTab, toggleDock, useDock } from './dockState.ts';
import { DOCK_TABS, type DockTab } from './tabs.ts';

function TabButton({ tab, isShown, controls }: { tab: DockTab; isShown: boolean; controls: string }) {
  const { icon: Icon, Summary } = tab;
  return (
    <button
      type="button"
      className="dock-tab"
      aria-expanded={isShown}
      aria-controls={isShown ? controls : undefined}
      onClick={() => (isShown ? closeDock() : openDockTab(tab.id))}
    >
      <Icon size={15} aria-hidden="true" />
      {tab.title}
      {Summary ? <Summary /> : null}
    </button>
  );
}

/** Below the canvas: its tabs are always there; the open one shows its content, in a panel whose size is remembered. */
export function Dock() {
  const { tab, isOpen } = useDock();
  const content = useId();
  const chosen = DOCK_TABS.find(({ id }) => id === tab) ?? DOCK_TABS[0];
  const bar = (
    <div className="dock-bar">
      {/* biome-ignore lint/a11y/useSemanticElements: a bar of buttons, not a group of form fields */}
      <div className="dock-tabs" role="group" aria-label="Below the canvas">
        {DOCK_TABS.map((entry) => (
          <TabButton key={entry.id} tab={entry} isShown={isOpen && entry === chosen} controls={content} />
        ))}
      </div>
      <IconButton
        size="small"
        label={isOpen ? 'Hide the dock' : 'Show the dock'}
        placement="top"
        icon={isOpen ? <ChevronDown size={15} aria-hidden="true" /> : <ChevronUp size={15} aria-hidden="true" />}
        onPress={toggleDock}
      />
    </div>
  );
  const shown = isOpen ? chosen : undefined;
  // The bar stays the same one: whoever opens or closes the dock keeps the focus.
  return (
    <Panel label={shown?.title ?? 'Dock'} side="bottom" name="dock" defaultSize={220} min={110} max={640} isFolded={!shown}>
      {bar}
      {shown ? (
        <div className="dock-content" id={content}>
          <Suspense fallback={<Skeleton label={`Opening ${shown.title}`} lines={3} />}>
            <shown.Content key={shown.id} />
          </Suspense>
        </div>
      ) : null}
    </Panel>
  );
}
