import { GitFork, Link2, Swords } from 'lucide-react';
import { useStore } from 'zustand';
import { runCommand, useShortcut } from '../../commands/index.ts';
import { Button, copyToClipboard, IconButton } from '../../components/index.ts';
import { clockText } from '../derive/timeline.ts';
import { useNow, useScene, useSimulation } from '../hooks.ts';
import { atMoment } from './address.ts';

/** Says which moment is on screen, and leads to the others and back to now. Stands where the clock's buttons are: those move what is now. */
export function MomentBar() {
  const simulation = useSimulation();
  const then = useNow();
  const seq = useScene((scene) => scene.seq) ?? 0;
  const newest = useScene((scene) => scene.newest);
  const leftAt = useStore(simulation.moment, (moment) => moment.leftAt);
  const since = newest - leftAt;
  const nowKey = useShortcut('simulation.now');
  const forkKey = useShortcut('simulation.fork');
  return (
    <section className="sim-clock sim-moment" aria-label="Moment">
      <span className="sim-moment-text">
        You look at <strong className="numeric">{clockText(then)}</strong>
        {seq === simulation.history()?.start ? ', before the first event' : `, event ${seq} of ${newest}`}
      </span>
      <Button size="small" kind="primary" shortcut={nowKey} onPress={() => simulation.goTo(null)}>
        Back to now
      </Button>
      <Button size="small" icon={<GitFork size={13} aria-hidden="true" />} shortcut={forkKey} onPress={() => runCommand('simulation.fork')}>
        Fork here
      </Button>
      <Button size="small" icon={<Swords size={13} aria-hidden="true" />} onPress={() => runCommand('simulation.race')}>
        Race here
      </Button>
      <IconButton
        size="small"
        label="Copy the link to this moment"
        placement="top"
        icon={<Link2 size={14} aria-hidden="true" />}
        onPress={() => copyToClipboard(atMoment(location.href, seq), 'Link')}
      />
      <span className="sim-clock-note numeric" role="status">
        {since > 0 ? `${since} ${since === 1 ? 'event has' : 'events have'} happened since` : ''}
      </span>
    </section>
  );
}
