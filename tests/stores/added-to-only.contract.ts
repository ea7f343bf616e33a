import { expect, test } from 'vitest';
import type { DecisionTable } from '../../engine/index.ts';
import { append, at, sha256 } from './ledger-rows.ts';
import type { StoreContract } from './store-under-test.ts';

const stream = 'decisions';

/** The database itself refuses to change or remove what the ledger keeps, whoever asks. */
export const addedToOnlyContract: StoreContract = (under) => {
  const tables = {
    ledger_entries: `hash = 'forged'`,
    ledger_tiles: `hash = 'forged'`,
    ledger_checkpoints: `root = 'forged'`,
    ledger_tables: `document = '{}'`,
  };

  async function fill(): Promise<void> {
    const { ledger } = under().storage;
    await append(under().storage, stream, { count: 3, tiles: [{ level: 1, index: 0, hash: sha256('tile') }] });
    await ledger.addCheckpoint({ stream, size: 3, root: sha256('root'), at: at(3), keyId: 'k', signature: 's' });
    await ledger.putTables([{ digest: 'd', table: { id: 'limits' } as unknown as DecisionTable }], at(1));
  }

  const content = async (table: string) => JSON.stringify(await under().run(`select * from ${table}`));

  for (const [table, change] of Object.entries(tables))
    test(`${table} refuses to be changed, emptied, or written over by the owner`, async () => {
      await fill();
      const before = await content(table);
      const columns = Object.keys((await under().run(`select * from ${table} limit 1`))[0] ?? {}).join(', ');
      const statements = [
        `update ${table} set ${change}`,
        `update ${table} set ${change} where 1 = 0 or true`,
        `delete from ${table}`,
        ...under().waysToOverwrite(table, columns),
      ];
      for (const statement of statements) {
        await under()
          .run(statement)
          .then(
            () => 'done',
            (error: Error) =>
              expect(error.message, statement).toMatch(/only added to|already exists|unique|constraint/i),
          );
        expect(await content(table), statement).toBe(before);
      }
    });

  test('a removal or change is refused with words, not passed over', async () => {
    await fill();
    for (const table of Object.keys(tables))
      for (const statement of [
        `delete from ${table}`,
        `update ${table} set stream = stream`.replace('stream = stream', tables[table as keyof typeof tables]),
      ])
        await expect(under().run(statement)).rejects.toThrow('the ledger is only added to');
  });
};
