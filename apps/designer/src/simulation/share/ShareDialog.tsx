import './share.css';
import { Dialog, Tabs } from '../../components/index.ts';
import { ExportTab } from './ExportTab.tsx';
import { FileTab } from './FileTab.tsx';
import { LinkTab } from './LinkTab.tsx';
import { closeShare, openShare, type ShareTab } from './store.ts';

/** A simulation given to others: as a link, as a file that runs again, or as what happened in it. */
export default function ShareDialog({ tab }: { tab: ShareTab }) {
  return (
    <Dialog title="Share and export" size="wide" isOpen onClose={closeShare}>
      <Tabs
        label="Ways to share"
        selected={tab}
        onChange={(id) => openShare(id as ShareTab)}
        tabs={[
          { id: 'link', label: 'Link', content: <LinkTab /> },
          { id: 'file', label: 'File', content: <FileTab /> },
          { id: 'export', label: 'Export', content: <ExportTab /> },
        ]}
      />
    </Dialog>
  );
}
