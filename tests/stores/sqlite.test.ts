import { contracts } from './contracts.ts';
import { sqliteStore } from './sqlite-store.ts';
import { overStore } from './store-under-test.ts';

for (const [name, contract] of Object.entries(contracts)) overStore(`${name} on SQLite`, sqliteStore, contract);
