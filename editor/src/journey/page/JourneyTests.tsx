import { Chip } from '../../../ui/index.ts';
import { useDocument, useSession } from '../store/session.ts';
import { tableTests } from '../table/table-checks.ts';

/** The tests of all tables of the journey together. */
export function JourneyTests() {
  const { view } = useSession();
  const tables = useDocument((state) => state.journey.tables);
  let passed = 0;
  let total = 0;
  for (const table of Object.values(tables)) {
    total += table.tests?.length ?? 0;
    const run = tableTests(table);
    if (run.ok) passed += run.value.filter((test) => test.passed).length;
  }
  if (total === 0) return null;
  return (
    <button type="button" className="jn-chip-button" onClick={() => view.setState({ panel: 'tables' })}>
      <Chip tone={passed === total ? 'good' : 'bad'}>{`${passed} of ${total} ${total === 1 ? 'test' : 'tests'}`}</Chip>
    </button>
  );
}
