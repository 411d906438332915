export { CopyAsDialog } from './CopyAsDialog.tsx';
