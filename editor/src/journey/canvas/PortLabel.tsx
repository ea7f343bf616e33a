import { useDocument, useSimulation } from '../store/session.ts';
import type { DrawnPort } from './step-box.ts';

/** The words on an output; after a simulation with the number of customers that leave by it. */
export function PortLabel({ step, port }: { step: string; port: DrawnPort }) {
  const link = useDocument(
    (state) => state.journey.links.find((entry) => entry.from.step === step && entry.from.port === port.id)?.id,
  );
  const count = useSimulation((state) =>
    state.report === null || link === undefined ? null : (state.report.links[link] ?? 0),
  );
  const total = useSimulation((state) => state.report?.done ?? 0);
  if (count === null) return <span className="jn-port-label">{port.label}</span>;
  const share = total === 0 ? 0 : Math.round((count / total) * 100);
  return (
    <span className="jn-count jn-port-count" title={`${share} % of ${total.toLocaleString('en')} customers`}>
      <b>{count.toLocaleString('en')}</b>
      <span>{port.label}</span>
    </span>
  );
}
