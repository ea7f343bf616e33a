import { setTimeout as sleep } from 'node:timers/promises';
import type { HubProcess } from '../processes/hub-process.ts';
import { keptRecords, type KeptRecords } from './kept-records.ts';
import { startWriters, type Acknowledgement, type Writers } from './writers.ts';
import type { LedgerStore } from '../../hub/src/ledger/ledger.store.ts';

export interface KillPlan {
  hub: HubProcess;
  kills: number;
  /** What is killed at a random moment; until this resolves the writers go on. */
  strike(): Promise<void>;
  /** Opens the store beside the hub, or while it is down. */
  openLedger(): Promise<{ ledger: LedgerStore; close(): Promise<void> }>;
}

export interface KillOutcome {
  kept: KeptRecords;
  acknowledged: number;
  retried: number;
}

/** Chosen: long enough for several commits of every writer, short enough for hundreds of kills. */
const calmMs = { least: 0, most: 400 };
/** Chosen: more writers than there are cores, so that commits hold records of several. */
const writers = 6;

/**
 * Kills again and again while writers write, and holds the store against what was acknowledged: after some of the kills,
 * when the hub has not come back yet, and at the end.
 */
export async function killUnderLoad({ hub, kills, strike, openLedger }: KillPlan): Promise<KillOutcome> {
  const { baseUrl, apiKey } = hub;
  // The long run has to read what it wrote; a load that stays moderate leaves the time for kills.
  const running = startWriters({ baseUrl, apiKey, writers, mostPauseMs: kills > 20 ? 60 : 15 });
  const check = async (acknowledged: ReadonlyMap<string, Acknowledgement>): Promise<KeptRecords> => {
    const { ledger, close } = await openLedger();
    try {
      return await keptRecords(ledger, acknowledged);
    } finally {
      await close();
    }
  };
  // A hub that is killed before it has done anything loses nothing.
  const untilMore = async ({ acknowledged, check: failed }: Writers): Promise<void> => {
    const before = acknowledged.size;
    for (let waitedMs = 0; acknowledged.size === before && waitedMs < 60_000; waitedMs += 5) {
      await failed();
      await sleep(5);
    }
  };
  try {
    for (let kill = 1; kill <= kills; kill++) {
      await untilMore(running);
      await sleep(calmMs.least + Math.random() * (calmMs.most - calmMs.least));
      await strike();
      // Every other time nobody but the hub itself opens what the kill left behind.
      const isChecked = kills <= 20 ? kill % 2 === 0 : kill % 20 === 0;
      if (isChecked) {
        const { lost, twice } = await check(new Map(running.acknowledged));
        if (lost.length > 0 || twice.length > 0)
          throw new Error(`after kill ${kill}: lost ${lost.slice(0, 5).join()}, twice ${twice.slice(0, 5).join()}`);
      }
      await hub.ensureRunning();
      await running.check();
    }
    await running.stop();
  } catch (error) {
    running.abandon();
    throw error;
  }
  return {
    kept: await check(running.acknowledged),
    acknowledged: running.acknowledged.size,
    retried: running.retried,
  };
}
