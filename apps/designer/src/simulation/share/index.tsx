import { Share2 } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useStore } from 'zustand';
import { useCommands } from '../../commands/index.ts';
import { Button, copyToClipboard, toast, toastFailure } from '../../components/index.ts';
import { useSimulation } from '../hooks.ts';
import { SHARE_COMMANDS } from './commands.ts';
import { exportOf, FACTS } from './formats.ts';
import { linkTo } from './paths.ts';
import { saveFrom } from './save.ts';
import { openShare, shareStore } from './store.ts';

const ShareDialog = lazy(() => import('./ShareDialog.tsx'));

/** The button, the commands and the dialog. */
export default function Share() {
  const simulation = useSimulation();
  const tab = useStore(shareStore, (state) => state.tab);
  const { id } = simulation;
  const newest = () => simulation.scene.getState().scene?.newest ?? 0;
  useCommands(SHARE_COMMANDS, {
    hasEvents: () => newest() > 0,
    share: () => openShare('link'),
    file: () => openShare('file'),
    copyLink: () => copyToClipboard(linkTo(location.origin, id, null), 'Link to the simulation'),
    copyMoment: () => copyToClipboard(linkTo(location.origin, id, simulation.moment.getState().seq ?? newest()), 'Link to this moment'),
    save: (format) =>
      void saveFrom(exportOf(id, format, ''), FACTS[format].type, `simulation.${format}`).then(
        (name) => toast(`Saved ${name}`),
        (error: unknown) => toastFailure(`The export could not be made. ${error instanceof Error ? error.message : ''}`),
      ),
  });
  return (
    <>
      <Button icon={<Share2 size={14} aria-hidden="true" />} onPress={() => openShare('link')}>
        Share
      </Button>
      {tab === null ? null : (
        <Suspense fallback={null}>
          <ShareDialog tab={tab} />
        </Suspense>
      )}
    </>
  );
}
