import { afterEach, beforeEach, describe } from 'vitest';
import type { Storage } from '../../hub/src/hub.ports.ts';

/** A store of its own for each test, and other hubs on it. */
export interface StoreUnderTest {
  storage: Storage;
  /** A second connection to the same store, as another process would have. */
  another(): Promise<Storage>;
  /** Runs a statement past the hub, as the owner of the database. */
  run(statement: string): Promise<Record<string, unknown>[]>;
  /** Folder in which the bytes of the store lie. */
  folder: string;
  /** Brings everything from memory to the files. */
  flushStatement: string;
  /** Statements of this database alone that would put other rows in the place of those of a table. */
  waysToOverwrite(table: string, columns: string): string[];
}

export type StoreContract = (under: () => StoreUnderTest) => void;

/** Runs a contract over fresh stores, which are closed after each test. */
export function overStore(name: string, open: () => Promise<StoreUnderTest>, contract: StoreContract): void {
  describe(name, () => {
    let under: StoreUnderTest;
    const opened: Storage[] = [];

    beforeEach(async () => {
      const fresh = await open();
      opened.push(fresh.storage);
      under = {
        ...fresh,
        async another() {
          const storage = await fresh.another();
          opened.push(storage);
          return storage;
        },
      };
    });
    afterEach(async () => {
      await Promise.all(opened.splice(0).map((store) => store.close()));
    });

    contract(() => under);
  });
}
