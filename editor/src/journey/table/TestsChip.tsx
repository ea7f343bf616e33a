import type { DecisionTable } from '../../../../engine/index.ts';
import { Chip } from '../../../ui/index.ts';
import { tableTests } from './table-checks.ts';

/** How many of the table's own tests hold. */
export function TestsChip({ table }: { table: DecisionTable }) {
  const count = table.tests?.length ?? 0;
  if (count === 0) return <Chip tone="neutral">No tests</Chip>;
  const run = tableTests(table);
  if (!run.ok) return <Chip tone="bad">Tests cannot run</Chip>;
  const passed = run.value.filter((test) => test.passed).length;
  return (
    <Chip tone={passed === count ? 'good' : 'bad'}>{`${passed} of ${count} ${count === 1 ? 'test' : 'tests'}`}</Chip>
  );
}
