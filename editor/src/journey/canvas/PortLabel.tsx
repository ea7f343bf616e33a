import type { Link } from '../../../../engine/index.ts';
import { useDocument, useSimulation } from '../store/session.ts';
import { portWordsMaxPx, type DrawnPort } from './step-box.ts';

/** The words on an output, over the start of its link; after a simulation with the number of customers that leave by it. */
export function PortLabel({ step, port }: { step: string; port: DrawnPort }) {
  const link = useDocument((state) => linksByOutput(state.journey.links).get(`${step} ${port.id}`));
  const count = useSimulation((state) =>
    state.report === null || link === undefined ? null : (state.report.links[link] ?? 0),
  );
  return (
    <span className="jn-port-label" style={{ maxWidth: portWordsMaxPx }}>
      {count !== null && <b>{count.toLocaleString('en')}</b>} {port.label}
    </span>
  );
}

const known = new WeakMap<readonly Link[], Map<string, string>>();

/** Id of the first link of each output; made once per version of the links, not once per label. */
function linksByOutput(links: readonly Link[]): ReadonlyMap<string, string> {
  let map = known.get(links);
  if (map === undefined) {
    map = new Map(links.toReversed().map((link) => [`${link.from.step} ${link.from.port}`, link.id]));
    known.set(links, map);
  }
  return map;
}
