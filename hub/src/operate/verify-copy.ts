import { describeIssue } from '../../../engine/index.ts';
import { verifyStore } from '../cli/ledger/verify-store.ts';
import { counted, redrawn } from '../cli/redrawn.ts';
import type { CliStreams } from '../cli/streams.ts';
import type { KeyRing } from '../secrets/key-ring.ts';
import type { OpenStore } from './open-store.ts';

/** Verifies all streams of a store and says what was found; true when all is well. */
export async function verifyAndTell(store: OpenStore, ring: KeyRing | null, streams: CliStreams): Promise<boolean> {
  const drawn = redrawn(streams);
  const { streams: reports, keys } = await verifyStore(store, {
    ring,
    progress: (stream, checked, of) => drawn.show(`verifying ${stream}: ${counted(checked)} of ${counted(of)}`),
  });
  drawn.clear();
  for (const { stream, entries, ok, findings, moreFindings } of reports) {
    streams.note(`${stream}: ${counted(entries, 'entry', 'entries')}, ${ok ? 'unchanged' : 'NOT as recorded'}\n`);
    for (const finding of findings) streams.note(`  ${describeIssue(finding)}\n`);
    if (moreFindings > 0) streams.note(`  and ${counted(moreFindings)} more\n`);
  }
  for (const { id } of keys.filter(({ made }) => made === 'planted'))
    streams.note(`The signing key ${id} was not made with the hub’s master key: somebody put it into the store.\n`);
  return reports.every(({ ok }) => ok) && keys.every(({ made }) => made !== 'planted');
}
