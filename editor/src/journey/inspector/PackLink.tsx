import type { JsonValue } from '../../../../engine/index.ts';
import { tablePacks } from '../../../../rules/index.ts';
import { Button } from '../../../ui/index.ts';
import { useSession } from '../store/session.ts';
import { counted } from '../store/words.ts';

/** What a rule pack is, and its rules to read. */
export function PackLink({ pack: id }: { pack: JsonValue | undefined }) {
  const { view } = useSession();
  const table = typeof id === 'string' ? tablePacks[id]?.table : undefined;
  if (typeof id !== 'string' || table === undefined) return null;
  const nextReview = (table.assumptions ?? []).map((assumption) => assumption.reviewBy).toSorted()[0];
  return (
    <div className="jn-pack-link">
      <p>
        {[
          `Version ${table.version}`,
          counted(table.rows.length, 'row'),
          table.owner === undefined ? '' : `owner ${table.owner}`,
          nextReview === undefined ? '' : `assumptions to be reviewed by ${nextReview}`,
        ]
          .filter((words) => words !== '')
          .join(' · ')}
      </p>
      <Button icon="table-2" size="s" onClick={() => view.setState({ pack: id })}>
        View rules
      </Button>
    </div>
  );
}
