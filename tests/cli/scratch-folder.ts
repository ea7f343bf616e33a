import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';
import type { DecisionTable, Journey } from '../../engine/index.ts';

/** A file of the checkout. */
export const checkoutFile = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

export const journeyFile = checkoutFile('examples/refund-triage/journey.json');
export const journey = JSON.parse(readFileSync(journeyFile, 'utf8')) as Journey;

/** The table of the example journey: amounts up to 50 EUR are paid by the row `small`. */
export const refundLimits = journey.tables['refund-limits'] as DecisionTable;

/** A folder for one test file, which goes when that ends. */
export function scratchFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'steward-cli-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const path = (name: string) => join(folder, name);
  return {
    folder,
    path,
    /** Writes a file, objects as JSON, and says where. */
    written(name: string, content: string | Uint8Array | object): string {
      const isText = typeof content === 'string' || content instanceof Uint8Array;
      writeFileSync(path(name), isText ? content : JSON.stringify(content));
      return path(name);
    },
    read: (name: string) => readFileSync(path(name), 'utf8'),
    json: (name: string) => JSON.parse(readFileSync(path(name), 'utf8')) as unknown,
  };
}
