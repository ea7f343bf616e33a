import type { Samples, SimulationReport } from '../../../../engine/index.ts';
import { Button, Chip } from '../../../ui/index.ts';
import { useReveal } from '../canvas/reveal.ts';
import { useDocument, useSession, useSimulation } from '../store/session.ts';
import { counted } from '../store/words.ts';
import { SampleButtons } from './SampleButtons.tsx';

/** How many customers, how long it took, what had to be assumed. */
export function SimulationSummary({ samples, report }: { samples: Samples; report: SimulationReport }) {
  const { simulation } = useSession();
  const running = useSimulation((state) => state.running);
  const tookMs = useSimulation((state) => state.tookMs);
  const samplesError = useSimulation((state) => state.samplesError);
  const isStale = useDocument((state) => state.journey) !== useSimulation((state) => state.simulated);
  const failed = Object.values(report.errors).reduce((sum, count) => sum + count, 0);
  return (
    <section className="jn-sim-summary">
      <h2>{samples.name === '' ? 'Sample customers' : samples.name}</h2>
      <p className="jn-big">{counted(report.done, 'customer')}</p>
      {running && report.done < report.total ? (
        <p role="status">
          {`${report.done.toLocaleString('en')} of ${report.total.toLocaleString('en')} simulated`}{' '}
          <Button size="s" onClick={() => simulation.getState().cancel()}>
            Stop
          </Button>
        </p>
      ) : (
        <p className="jn-quiet">
          {failed === 0 ? 'All of them get through' : `${counted(failed, 'customer')} would stop with an error`}
          {`, simulated in ${tookMs < 1000 ? `${Math.max(1, Math.round(tookMs))} ms` : `${(tookMs / 1000).toFixed(1)} s`}`}
        </p>
      )}
      {isStale && !running && (
        <p>
          <Chip size="s" tone="warn">
            The journey changed since
          </Chip>
        </p>
      )}
      <Assumed steps={report.assumptions} />
      {samplesError !== null && <p className="jn-bad">{samplesError}</p>}
      <div className="jn-buttons">
        <Button size="s" icon="rotate-ccw" busy={running} onClick={() => void simulation.getState().run()}>
          Run again
        </Button>
        <SampleButtons small />
        <Button size="s" variant="quiet" icon="download" onClick={() => saveSamples(samples)}>
          Download
        </Button>
      </div>
    </section>
  );
}

/** Steps that the simulation cannot run have to be named: the figures rest on them. */
function Assumed({ steps }: { steps: readonly string[] }) {
  const all = useDocument((state) => state.journey.steps);
  const reveal = useReveal();
  if (steps.length === 0) return null;
  return (
    <p className="jn-quiet">
      Assumed to let everybody pass unchanged:{' '}
      {steps.map((id, index) => (
        <span key={id}>
          {index > 0 && ', '}
          <button type="button" className="jn-text-button" onClick={() => reveal(id)}>
            {all.find((step) => step.id === id)?.name ?? id}
          </button>
        </span>
      ))}
      .
    </p>
  );
}

function saveSamples(samples: Samples): void {
  const lines = samples.customers.map((customer) => JSON.stringify(customer)).join('\n');
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([`${lines}\n`], { type: 'application/jsonl' }));
  link.download = `${samples.name || 'customers'}.jsonl`;
  link.click();
  URL.revokeObjectURL(link.href);
}
