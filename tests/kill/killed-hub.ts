import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { openStore } from '../../hub/src/operate/open-store.ts';
import { parseLocation } from '../../hub/src/operate/store-location.ts';
import { runSteward } from '../cli/run-steward.ts';
import { startHubProcess, type HubProcess } from '../processes/hub-process.ts';
import { killUnderLoad } from './kill-under-load.ts';

/** `npm test` kills a few times; `npm run test:long` sets 200. */
export const killCount = Number(process.env['STEWARD_KILLS'] ?? 4);

export interface KilledHub {
  folder: string;
  /** The settings that name the store, given where files may lie. */
  settings(folder: string): Readonly<Record<string, string>>;
  /** What `steward ledger verify --database` takes. */
  database(folder: string): string;
  /** What is killed; without it the hub. */
  strike?(hub: HubProcess): Promise<void>;
}

/** A folder that goes when the test ends. */
export function killFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'steward-kill-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  return folder;
}

/** Kills a hub under load as often as the run says, and expects that it kept its word. */
export async function expectToKeepItsWord(killed: KilledHub): Promise<void> {
  const { folder } = killed;
  const database = killed.database(folder);
  const settings = {
    ...killed.settings(folder),
    STEWARD_APPENDS_PER_MINUTE: '0',
    STEWARD_CHECKPOINT_SECONDS: '1',
    STEWARD_LOG_LEVEL: 'warn',
  };
  const hub = await startHubProcess({ folder, settings });
  onTestFinished(() => hub.stop());
  const outcome = await killUnderLoad({
    hub,
    kills: killCount,
    strike: () => (killed.strike === undefined ? hub.kill() : killed.strike(hub)),
    async openLedger() {
      const store = await openStore(parseLocation(database));
      return { ledger: store.storage.ledger, close: () => store.close() };
    },
  });
  await hub.stop();
  expect(outcome.kept).toEqual({ entries: outcome.acknowledged, lost: [], twice: [], unknown: [] });
  // A run in which nothing was under way when the hub went proves nothing.
  expect(outcome.retried).toBeGreaterThanOrEqual(killCount);

  const verified = await runSteward(['ledger', 'verify', '--database', database, '--json']);
  expect(verified).toMatchObject({ code: 0 });
  const { streams } = JSON.parse(verified.out) as {
    streams: { stream: string; entries: number; checkpoints: number }[];
  };
  const decisions = streams.find(({ stream }) => stream === 'decisions');
  expect(decisions).toMatchObject({ entries: outcome.acknowledged, head: 'signed' });
  expect(decisions?.checkpoints).toBeGreaterThan(0);
}
