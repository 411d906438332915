import './dialogs.css';
import { Link, realmScreenPath } from '../../app/index.ts';
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
  ['?', 'This help, on every screen'],
];

const SIMULATION_KEYS: typeof KEYS = [
  [']', 'Move the clock to the next event'],
  ['Ctrl Enter', 'New run'],
  ['Tab', 'From player to player, then the clock and the events'],
  ['?', 'This help'],
];

export interface HelpDialogProps {
  isOpen: boolean;
  onClose(): void;
  of?: 'designer' | 'simulation';
  /** Whose screens are listed; absent: none are. */
  realm?: string;
}

export function HelpDialog({ isOpen, onClose, of = 'designer', realm }: HelpDialogProps) {
  const simulation = of === 'simulation';
  return (
    <Dialog title="Keyboard" isOpen={isOpen} onClose={onClose}>
      <p className="dim">
        {simulation
          ? 'In the simulation. ] acts while no text is being typed.'
          : 'In the designer. Single letters act while the canvas has the focus.'}
      </p>
      <dl className="help-keys">
        {(simulation ? SIMULATION_KEYS : KEYS).map(([keys, what]) => (
          <div key={keys}>
            <dt>
              <Kbd>{keys}</Kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      {realm === undefined ? null : (
        <nav className="help-screens" aria-label="Screens">
          <Link href="/" onClick={onClose}>
            Journeys
          </Link>
          <Link href={realmScreenPath(realm)} onClick={onClose}>
            Realm: people, services, variables, templates, stubs
          </Link>
        </nav>
      )}
    </Dialog>
  );
}
