import type { JourneySummary } from '@tandem/api';
import { lazy, Suspense, useEffect } from 'react';
import { useStore } from 'zustand';
import { useCommands } from '../commands/index.ts';
import { ErrorBox, Panel } from '../components/index.ts';
import { setPilots, usePlay } from './autopilot/usePlay.ts';
import { TimeAxis } from './clock/TimeAxis.tsx';
import { SIMULATION_COMMANDS } from './commands.ts';
import { ControlBar } from './control/ControlBar.tsx';
import { ControlDialogs } from './control/ControlDialogs.tsx';
import { useControlCommands } from './control/useControlCommands.ts';
import { backchannelOf, isAlone, mainJourneyOf } from './derive/journeys.ts';
import { EventList } from './events/EventList.tsx';
import { useAnnouncements } from './events/useAnnouncements.ts';
import { useScene, useSimulation } from './hooks.ts';
import { JourneyColumn } from './JourneyColumn.tsx';
import { LostConnection } from './LostConnection.tsx';
import { TimeRow } from './moment/TimeRow.tsx';
import { useMomentCommands } from './moment/useMomentCommands.ts';
import { SidePanel } from './panels/SidePanel.tsx';
import { MainPlayer } from './players/MainPlayer.tsx';
import { PhonePlayer } from './players/PhonePlayer.tsx';
import { TopBar } from './TopBar.tsx';
import { TransactionCard } from './transaction/TransactionCard.tsx';
import { useAgain } from './useAgain.ts';

const ForkRoom = lazy(() => import('./fork/ForkRoom.tsx'));
const ChangedBar = lazy(async () => ({ default: (await import('./changed/ChangedBar.tsx')).ChangedBar }));

interface WorkbenchProps {
  journeys: readonly JourneySummary[];
  journeysError: unknown;
  retryJourneys: () => void;
  /** Journey that the address asks for. */
  asked: string | null;
}

/** Height of the clock, the axis and three events, and where there is more room, of six. */
const LOW = 206;
const HIGH = 272;

export function Workbench({ journeys, journeysError, retryJourneys, asked }: WorkbenchProps) {
  const simulation = useSimulation();
  const choice = useStore(simulation.choices, (state) => state.journey);
  // Before the run began its journeys are on screen already, unlit.
  const mainJourney = useScene(({ nowRun }) => mainJourneyOf({ choice, asked, run: nowRun, journeys }));
  const backchannelJourney = useScene(({ transaction, backchannel, nowRun }) =>
    backchannelOf({ transaction: transaction ?? nowRun?.transactions.at(-1) ?? null, session: backchannel, mainJourney, journeys }),
  );
  const alone = useScene(({ nowRun }) => isAlone({ run: nowRun, mainJourney, backchannelJourney, journeys }));
  const again = useAgain();
  const newRun = mainJourney ? () => simulation.startRun(mainJourney) : null;

  useCommands(SIMULATION_COMMANDS, {
    newRun,
    nextEvent: () => void simulation.order({ to: 'next-event' }),
    again: () => void again.start(),
    play: () => {
      setPilots(simulation, true);
      newRun?.();
    },
    setPilots: (on) => setPilots(simulation, on),
    isPiloted: () => Object.values(simulation.pilots.getState()).some(({ on }) => on),
  });
  useMomentCommands();
  useControlCommands();
  usePlay(mainJourney);
  useEffect(() => {
    // The screen was reached by a button of another one, which is gone now.
    if (document.activeElement === document.body)
      (document.querySelector<HTMLElement>('.sim-browser .button') ?? document.querySelector<HTMLElement>('.sim h1'))?.focus();
  }, []);
  useAnnouncements();

  return (
    <div className="sim">
      <TopBar journeys={journeys} mainJourney={mainJourney} backchannelJourney={backchannelJourney} newRun={newRun} again={again} />
      <LostConnection />
      <Suspense fallback={null}>
        <ForkRoom />
        <ChangedBar journeys={[mainJourney, backchannelJourney]} again={again} />
      </Suspense>
      <ControlBar />
      <main className="sim-body">
        <h1 className="visually-hidden" tabIndex={-1}>
          Simulation of {mainJourney ?? 'a journey'}
        </h1>
        {again.problem ? <ErrorBox title="The simulation was not started" error={again.problem} onRetry={() => void again.start()} /> : null}
        {journeysError ? <ErrorBox title="The journeys could not be read" error={journeysError} onRetry={retryJourneys} /> : null}
        <div className="sim-columns" data-single={alone || undefined}>
          <JourneyColumn hue="main" journey={mainJourney}>
            <MainPlayer journey={mainJourney} journeys={journeys} newRun={newRun} />
          </JourneyColumn>
          {alone ? null : (
            <>
              <TransactionCard />
              <JourneyColumn hue="backchannel" journey={backchannelJourney}>
                <PhonePlayer />
              </JourneyColumn>
            </>
          )}
        </div>
        <SidePanel main={mainJourney} backchannel={backchannelJourney} alone={alone} />
      </main>
      <Panel label="Clock and events" side="bottom" name="simulation-events" defaultSize={innerHeight < 900 ? LOW : HIGH} min={LOW - 46} max={520}>
        <TimeRow />
        <TimeAxis alone={alone} />
        <EventList />
      </Panel>
      <ControlDialogs />
    </div>
  );
}
