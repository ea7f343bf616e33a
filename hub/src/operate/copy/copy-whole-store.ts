import { counted } from '../../cli/redrawn.ts';
import type { OpenStore } from '../open-store.ts';
import { copyStore, type CopiedTables } from './copy-store.ts';
import type { StoreTable } from './store-tables.ts';

/**
 * Copies a store into an empty one, all or nothing, as it is at one moment; what was written is read back and compared.
 * @param show told how far it is
 * @throws CopyDiffersError
 */
export function copyWholeStore(
  from: OpenStore,
  to: OpenStore,
  tables: readonly StoreTable[],
  show: (text: string) => void,
): Promise<CopiedTables> {
  const progress = (step: 'copy' | 'compare', table: string, done: number, of: number): void =>
    show(`${step === 'copy' ? 'copying' : 'comparing'} ${table}: ${counted(done)} of ${counted(of)}`);
  const copyFrom = (source: OpenStore['database']) =>
    to.database.transaction().execute((target) => copyStore(source, target, tables, progress));
  if (from.location.kind === 'sqlite') return copyFrom(from.database);
  // One picture of all tables, while hubs go on writing.
  return from.database.transaction().setIsolationLevel('repeatable read').execute(copyFrom);
}
