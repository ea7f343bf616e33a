import type { DecisionTable } from '../../../../engine/index.ts';
import { Chip, IconButton } from '../../../ui/index.ts';
import { useSession } from '../store/session.ts';
import { counted } from '../store/words.ts';
import { readersOf } from './used-tables.ts';

/** The tables whose results this one reads, and by which columns. */
export function UsedTables({ table, tableKey }: { table: DecisionTable; tableKey: string | null }) {
  const { tableEdits } = useSession();
  const { uses = [] } = table;
  if (uses.length === 0) return null;
  return (
    <section>
      <h2>Decided before</h2>
      <ul className="jn-sources">
        {uses.map((used) => {
          const readers = readersOf(table, used.id);
          return (
            <li key={used.id} className="jn-used">
              <div>
                <b>{used.name}</b> <Chip size="s">{`Version ${used.version}`}</Chip>
                <p className="jn-quiet">
                  {`${counted(used.rows.length, 'row')}; `}
                  {readers.length === 0 ? 'no column reads it' : `read by ${readers.join(', ')}`}
                </p>
              </div>
              {tableKey !== null && readers.length === 0 && (
                <IconButton
                  icon="trash-2"
                  size="s"
                  label={`Do without ${used.name}`}
                  onClick={() =>
                    tableEdits.keepColumn(tableKey, 'Remove a used table', [
                      { kind: 'remove-used-table', used: used.id },
                    ])
                  }
                />
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
