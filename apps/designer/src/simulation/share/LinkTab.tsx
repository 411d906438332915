import { Copy } from 'lucide-react';
import { Button, copyToClipboard, TextField } from '../../components/index.ts';
import { useScene, useSimulation } from '../hooks.ts';
import { isOwnMachine, linkTo } from './paths.ts';

function LinkRow({ label, link, help }: { label: string; link: string; help: string }) {
  return (
    <div className="share-link">
      <TextField label={label} value={link} isReadOnly mono help={help} onFocus={({ target }) => (target as HTMLInputElement).select()} />
      <Button
        icon={<Copy size={14} aria-hidden="true" />}
        aria-label={`Copy the ${label.toLowerCase()}`}
        onPress={() => copyToClipboard(link, label)}
      >
        Copy
      </Button>
    </div>
  );
}

/** Links to the simulation on this server. */
export function LinkTab() {
  const { id } = useSimulation();
  const newest = useScene((scene) => scene.newest);
  const seq = useScene((scene) => scene.seq) ?? newest;
  return (
    <div className="share-tab">
      <LinkRow
        label="Link to the simulation"
        link={linkTo(location.origin, id, null)}
        help="Opens it as it is then, live: whoever follows it sees and plays the same simulation."
      />
      {newest > 0 ? (
        <LinkRow
          label="Link to this moment"
          link={linkTo(location.origin, id, seq)}
          help={`Opens it right after event ${seq} of ${newest}, to be looked at; Back to now leads on.`}
        />
      ) : null}
      {isOwnMachine(location.hostname) ? (
        <p className="dim">Your address bar says {location.hostname}: links work on this machine only. To somebody elsewhere, give a file.</p>
      ) : null}
    </div>
  );
}
