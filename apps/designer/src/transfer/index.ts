export { saveFile } from './download.ts';
export { ExportDialog } from './ExportDialog.tsx';
