import { contracts } from './contracts.ts';
import { postgresStore } from './postgres-store.ts';
import { overStore } from './store-under-test.ts';

for (const [name, contract] of Object.entries(contracts)) overStore(`${name} on PostgreSQL`, postgresStore, contract);
