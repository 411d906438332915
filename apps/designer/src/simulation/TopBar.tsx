import { isLiveId, type JourneySummary } from '@tandem/api';
import { Bot, GitBranch, Play, RefreshCw, SquarePen } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { AppHeader, designerPath, Link, livePath, simulationsPath } from '../app/index.ts';
import { runCommand, useShortcut } from '../commands/index.ts';
import { Button, IconButton, Select } from '../components/index.ts';
import { Assumptions } from './Assumptions.tsx';
import { NO_RUN } from './choices.ts';
import { startable } from './derive/journeys.ts';
import { sessionText } from './derive/sessionText.ts';
import { useLive, useScene, useSimulation } from './hooks.ts';
import type { Again } from './useAgain.ts';

const Share = lazy(() => import('./share/index.tsx'));

interface TopBarProps {
  journeys: readonly JourneySummary[];
  mainJourney: string | null;
  backchannelJourney: string | null;
  newRun: (() => void) | null;
  again: Again;
}

/** What runs (journeys, run), what it rests on, and the way to another run, to a simulation of the realm as it is now, or back to the designer. */
export function TopBar({ journeys, mainJourney, backchannelJourney, newRun, again }: TopBarProps) {
  const simulation = useSimulation();
  const runKey = useShortcut('simulation.new-run');
  const runs = useScene((scene) => scene.runs);
  const shown = useScene((scene) => scene.nowRun?.id ?? null);
  const realm = useLive((state) => state.realm);
  const names = startable(journeys).map((journey) => journey.id);
  const options = mainJourney && !names.includes(mainJourney) ? [mainJourney, ...names] : names;
  return (
    <AppHeader
      actions={
        <>
          <Assumptions />
          {mainJourney ? (
            <Link className="sim-link" href={designerPath(realm, mainJourney, backchannelJourney)}>
              <SquarePen size={14} aria-hidden="true" />
              Designer
            </Link>
          ) : null}
          <Suspense fallback={<Button isDisabled>Share</Button>}>
            <Share />
          </Suspense>
          <IconButton label="Tree of forks" icon={<GitBranch size={14} aria-hidden="true" />} onPress={() => runCommand('simulation.forks')} />
          <IconButton
            label="Simulate the realm as it is now"
            icon={<RefreshCw size={14} aria-hidden="true" />}
            isDisabled={again.busy}
            onPress={() => void again.start()}
          />
          <Button icon={<Bot size={14} aria-hidden="true" />} isDisabled={!newRun} onPress={() => runCommand('simulation.play')}>
            Play
          </Button>
          <Button kind="primary" icon={<Play size={14} aria-hidden="true" />} shortcut={runKey} isDisabled={!newRun} onPress={() => newRun?.()}>
            New run
          </Button>
        </>
      }
    >
      {isLiveId(simulation.id) ? (
        <Link className="sim-link" href={livePath(realm)}>
          {realm}, live
        </Link>
      ) : (
        <Link className="sim-link" href={simulationsPath()}>
          Simulations
        </Link>
      )}
      <span className="dim" aria-hidden="true">
        /
      </span>
      <Select
        label="Main journey"
        hideLabel
        value={mainJourney}
        placeholder="Choose a journey"
        options={options.map((id) => ({ value: id, label: id, detail: startsText(journeys, id) }))}
        onChange={(journey) => {
          simulation.goTo(null);
          simulation.choices.setState({ journey, run: NO_RUN, transaction: null });
        }}
      />
      {backchannelJourney ? <span className="sim-with dim">+ {backchannelJourney}</span> : null}
      {runs.length > 1 ? (
        <Select
          label="Run"
          hideLabel
          value={shown}
          options={runs.toReversed().map((run) => ({
            value: run.id,
            label: `Run ${run.number}`,
            detail: `${run.main?.journey ?? 'Backchannel'}, ${sessionText(run.main, simulation.now()).text}${run.main?.player ? `, player ${run.main.player}` : ', another client'}`,
          }))}
          onChange={(run) => {
            simulation.goTo(null);
            simulation.choices.setState({ run, transaction: null });
          }}
        />
      ) : null}
    </AppHeader>
  );
}

function startsText(journeys: readonly JourneySummary[], id: string): string | undefined {
  const starts = journeys.find((journey) => journey.id === id)?.starts ?? [];
  return starts.length > 0 ? `starts ${starts.join(', ')}` : undefined;
}
