export { Dock } from './Dock.tsx';
export { openDockTab, toggleDock } from './dockState.ts';
export { DOCK_TABS } from './tabs.ts';
