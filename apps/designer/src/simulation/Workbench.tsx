import type { JourneySummary } from '@tandem/api';
import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { setRunStatus } from '../canvas/index.ts';
import { useCommands } from '../commands/index.ts';
import { ErrorBox, Panel } from '../components/index.ts';
import { ClockBar } from './clock/ClockBar.tsx';
import { TimeAxis } from './clock/TimeAxis.tsx';
import { SIMULATION_COMMANDS } from './commands.ts';
import { backchannelOf, isAlone, mainJourneyOf } from './derive/journeys.ts';
import { runStatusOf } from './derive/runStatus.ts';
import { eventsOfRun } from './derive/timeline.ts';
import { EventList } from './events/EventList.tsx';
import { useAnnouncements } from './events/useAnnouncements.ts';
import { useShown, useSimulation } from './hooks.ts';
import { JourneyColumn } from './JourneyColumn.tsx';
import { LostConnection } from './LostConnection.tsx';
import type { Folded } from './live/fold.ts';
import { SidePanel } from './panels/SidePanel.tsx';
import { MainPlayer } from './players/MainPlayer.tsx';
import { PhonePlayer } from './players/PhonePlayer.tsx';
import { TopBar } from './TopBar.tsx';
import { TransactionCard } from './transaction/TransactionCard.tsx';
import { useAgain } from './useAgain.ts';

interface WorkbenchProps {
  view: Folded;
  journeys: readonly JourneySummary[];
  journeysError: unknown;
  retryJourneys: () => void;
  /** Journey that the address asks for. */
  asked: string | null;
}

/** Height of the clock, the axis and three events, and where there is more room, of six. */
const LOW = 204;
const HIGH = 270;

export function Workbench({ view, journeys, journeysError, retryJourneys, asked }: WorkbenchProps) {
  const simulation = useSimulation();
  const shown = useShown(view.state);
  const choice = useStore(simulation.choices, (state) => state.journey);
  const mainJourney = mainJourneyOf({ choice, asked, run: shown.run, journeys });
  const backchannelJourney = backchannelOf({ transaction: shown.transaction, session: shown.backchannel, mainJourney, journeys });
  const events = useMemo(() => eventsOfRun(view.events, shown.run, view.state.sessions), [view, shown.run]);
  const alone = isAlone({ run: shown.run, mainJourney, backchannelJourney, journeys });
  const again = useAgain();
  const newRun = mainJourney ? () => simulation.startRun(mainJourney) : null;

  useEffect(() => setRunStatus(simulation.status.main, runStatusOf(shown.main)), [simulation, shown.main]);
  useEffect(() => setRunStatus(simulation.status.backchannel, runStatusOf(shown.backchannel)), [simulation, shown.backchannel]);
  useCommands(SIMULATION_COMMANDS, {
    newRun,
    nextEvent: () => void simulation.order({ to: 'next-event' }),
    again: () => void again.start(),
  });
  useEffect(() => {
    // The screen was reached by a button of another one, which is gone now.
    if (document.activeElement === document.body)
      (document.querySelector<HTMLElement>('.sim-browser .button') ?? document.querySelector<HTMLElement>('.sim h1'))?.focus();
  }, []);
  useAnnouncements(view.events);

  return (
    <div className="sim">
      <TopBar
        journeys={journeys}
        mainJourney={mainJourney}
        backchannelJourney={backchannelJourney}
        shown={shown}
        events={events}
        newRun={newRun}
        again={again}
      />
      <LostConnection />
      <main className="sim-body">
        <h1 className="visually-hidden" tabIndex={-1}>
          Simulation of {mainJourney ?? 'a journey'}
        </h1>
        {again.problem ? <ErrorBox title="The simulation was not started" error={again.problem} onRetry={() => void again.start()} /> : null}
        {journeysError ? <ErrorBox title="The journeys could not be read" error={journeysError} onRetry={retryJourneys} /> : null}
        <div className="sim-columns" data-single={alone || undefined}>
          <JourneyColumn hue="main" journey={mainJourney} session={shown.main} runStatus={simulation.status.main}>
            <MainPlayer
              session={shown.main}
              journey={mainJourney}
              journeys={journeys}
              newRun={newRun}
              started={(shown.run?.transactions.length ?? 0) > 0}
            />
          </JourneyColumn>
          {alone ? null : (
            <>
              <TransactionCard shown={shown} />
              <JourneyColumn hue="backchannel" journey={backchannelJourney} session={shown.backchannel} runStatus={simulation.status.backchannel}>
                <PhonePlayer session={shown.backchannel} transaction={shown.transaction} />
              </JourneyColumn>
            </>
          )}
        </div>
        <SidePanel view={view} shown={shown} journeys={[mainJourney, backchannelJourney]} alone={alone} />
      </main>
      <Panel label="Clock and events" side="bottom" name="simulation-events" defaultSize={innerHeight < 900 ? LOW : HIGH} min={LOW - 46} max={520}>
        <ClockBar shown={shown} />
        <TimeAxis shown={shown} events={events} alone={alone} />
        <EventList events={events} sessions={view.state.sessions} />
      </Panel>
    </div>
  );
}
