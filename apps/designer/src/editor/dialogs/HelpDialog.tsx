import './dialogs.css';
import { Dialog, Kbd } from '../../components/index.ts';

const KEYS: readonly (readonly [keys: string, what: string])[] = [
  ['N', 'Add a node'],
  ['C', 'Connect: outcome, then target'],
  ['Enter', 'Open the settings of the node'],
  ['O', 'Open the journey it starts'],
  ['F2', 'Rename'],
  ['Del', 'Delete'],
  ['Ctrl Del', 'Delete and bridge'],
  ['← → ↑ ↓', 'Walk along the connections'],
  ['Alt ← → ↑ ↓', 'Move the selected nodes'],
  ['Ctrl A', 'Select all'],
  ['Ctrl Z', 'Undo, in the settings too'],
  ['Ctrl Shift Z', 'Redo'],
  ['Ctrl S', 'Save'],
  ['Ctrl Enter', 'Run both journeys'],
  ['+  −', 'Zoom in, out'],
  ['0', 'Actual size'],
  ['1', 'Fit the journey'],
  ['2', 'Fit the selection'],
  ['F8', 'Next problem'],
  ['?', 'This help, on every screen of the designer and the library'],
];

export function HelpDialog({ isOpen, onClose }: { isOpen: boolean; onClose(): void }) {
  return (
    <Dialog title="Keyboard" isOpen={isOpen} onClose={onClose}>
      <p className="dim">In the designer. Single letters act while the canvas has the focus.</p>
      <dl className="help-keys">
        {KEYS.map(([keys, what]) => (
          <div key={keys}>
            <dt>
              <Kbd>{keys}</Kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
