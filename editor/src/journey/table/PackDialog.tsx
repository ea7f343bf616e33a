import { useState } from 'react';
import type { DecisionTable } from '../../../../engine/index.ts';
import { tablePacks } from '../../../../rules/index.ts';
import { Chip, Dialog, TextInput } from '../../../ui/index.ts';
import { useRowHits } from '../simulate/use-trace.ts';
import { useSession, useView } from '../store/session.ts';
import { DecisionGrid } from './DecisionGrid.tsx';
import { policyOf } from './hit-policies.ts';
import { TestsChip } from './TestsChip.tsx';

/** The rules of a pack, to read. */
export function PackDialog() {
  const { view } = useSession();
  const id = useView((state) => state.pack);
  const pack = id === null ? undefined : tablePacks[id];
  if (pack === undefined) return null;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && view.setState({ pack: null })}
      title={pack.table.name}
      description={pack.table.description}
      size="l"
      className="jn-pack"
    >
      <Pack table={pack.table} />
    </Dialog>
  );
}

function Pack({ table }: { table: DecisionTable }) {
  const hits = useRowHits(table.id);
  const [filter, setFilter] = useState('');
  return (
    <>
      <div className="jn-pack-bar">
        <Chip>{`Version ${table.version}`}</Chip>
        <TestsChip table={table} />
        <span className="jn-quiet">{policyOf(table).sentence}</span>
        {table.uses !== undefined && (
          <span className="jn-quiet">{`Decides first: ${table.uses.map(({ name }) => name).join(', ')}.`}</span>
        )}
        <span className="jn-grow" />
        <TextInput
          value={filter}
          onChange={setFilter}
          size="s"
          icon="search"
          placeholder="Filter rows"
          aria-label="Filter rows"
        />
      </div>
      <DecisionGrid table={table} edits={null} hits={hits} filter={filter} onOpenColumn={() => undefined} />
    </>
  );
}
