import { tableKeysOf, type Step } from '../../../../engine/index.ts';
import { Button, toast } from '../../../ui/index.ts';
import { useStepContext } from '../store/derived.ts';
import { useDocument, useSession } from '../store/session.ts';
import { testFromItem } from '../table/test-from-item.ts';
import { dayOfDecision, mappingOf, tableItemOf } from './explain-step.ts';
import type { Visit } from './replay.ts';

/** Keeps what a table of the journey decided about this customer as a test that the table carries from now on. */
export function AddAsTest({ step, visit, who }: { step: Step; visit: Visit; who: string }) {
  const { tableEdits } = useSession();
  const context = useStepContext();
  const [key] = tableKeysOf(step);
  const table = useDocument((state) => (key === undefined ? undefined : state.journey.tables[key]));
  if (key === undefined || table === undefined) return null;
  const add = () => {
    const test = testFromItem(
      table,
      tableItemOf(step, visit.item, context),
      mappingOf(step.parameters),
      who,
      dayOfDecision(step, visit.item, context),
    );
    if (test === null) {
      toast({
        tone: 'warn',
        title: 'This decision cannot be a test',
        detail: 'The table gives no outcome for it now.',
      });
    } else if (tableEdits.addTest(key, test)) {
      toast({ tone: 'good', title: 'Test added', detail: `${table.name} now carries “${test.name}”.` });
    }
  };
  return (
    <Button size="s" variant="quiet" icon="plus" onClick={add}>
      Add as test
    </Button>
  );
}
