import { useEffect, useMemo, useState } from 'react';
import { Button, EmptyState, ErrorState, Loading } from '../../../ui/index.ts';
import { useSession, useSimulation } from '../store/session.ts';
import { CustomerList } from './CustomerList.tsx';
import { CustomerPath } from './CustomerPath.tsx';
import { makeSamples } from './make-samples.ts';
import { outcomeGroups } from './outcome-groups.ts';
import { Outcomes } from './Outcomes.tsx';
import { SampleDrop } from './SampleDrop.tsx';
import { SampleButtons } from './SampleButtons.tsx';
import { SimulationSummary } from './SimulationSummary.tsx';

/** What the sample customers would go through: in figures, as a list, and one by one. */
export function SimulationTab() {
  return (
    <SampleDrop>
      <SimulationContent />
    </SampleDrop>
  );
}

function SimulationContent() {
  const { simulation } = useSession();
  const samples = useSimulation((state) => state.samples);
  const samplesError = useSimulation((state) => state.samplesError);
  const report = useSimulation((state) => state.report);
  const simulated = useSimulation((state) => state.simulated);
  const chosen = useSimulation((state) => state.customer);
  const [group, setGroup] = useState<string | null>(null);
  const groups = useMemo(
    () => (report === null || simulated === null ? [] : outcomeGroups(report, simulated)),
    [report, simulated],
  );

  useEffect(() => {
    void simulation.getState().run();
  }, [simulation]);

  if (samples === null && samplesError !== null) {
    return (
      <ErrorState
        title="The sample customers could not be loaded"
        compact
        onRetry={() => void simulation.getState().run()}
      >
        {samplesError}
      </ErrorState>
    );
  }
  if (samples === null) return <Loading label="Loading the sample customers" />;
  if (samples.customers.length === 0) return <NoSamples />;
  if (report === null) return <Loading label="Simulating" />;
  const shown = groups.find((entry) => entry.key === group) ?? null;
  return (
    <div className={chosen === null ? 'jn-sim' : 'jn-sim has-path'}>
      <SimulationSummary samples={samples} report={report} />
      <Outcomes groups={groups} total={report.done} chosen={shown?.key ?? null} onChoose={setGroup} />
      <CustomerList groups={groups} only={shown} />
      {chosen !== null && <CustomerPath />}
    </div>
  );
}

function NoSamples() {
  const { simulation, document: store } = useSession();
  return (
    <EmptyState
      icon="users"
      title="No sample customers yet"
      compact
      actions={
        <>
          <SampleButtons />
          <Button
            icon="wand-sparkles"
            onClick={() => {
              const customers = makeSamples(store.getState().journey);
              void simulation.getState().setSamples({ name: 'Made from the rules', customers });
            }}
          >
            Make some from the rules
          </Button>
        </>
      }
    >
      Simulation sends sample customers down the journey. Drop a file of JSON, JSON lines or CSV here, or paste one
      example.
    </EmptyState>
  );
}
