import type { JsonObject, Outcome } from '../../../engine/index.ts';
import type { EvaluatorOf } from './evaluators.ts';

/** What one of the two evaluators said about facts. */
export interface Verdict {
  outcome: Outcome;
  matched: string[];
  /** Code of the error, where there is no outcome. */
  error: string | null;
}

/** Facts on which the two evaluators differ. */
export interface Difference {
  facts: JsonObject;
  day: string | null;
  steward: Verdict;
  jsonRulesEngine: Verdict;
}

/** How one table did: the certified one, or one that it uses. */
export interface TableResult {
  table: string;
  rows: number;
  /** Cases that both evaluators decided. */
  cases: number;
  /** Cases among them that ended in an error of the item, such as several rows under `unique`. */
  errors: number;
  differences: number;
  /** The first differences. */
  examples: Difference[];
  /** Rows that no case matched: nothing is shown about them. */
  rowsNotMet: string[];
  /** Columns that json-rules-engine got as numbers: durations, and times with an offset. */
  asNumbers: string[];
  /** Why json-rules-engine cannot run the table; nothing was compared then. */
  refused: { code: string; message: string }[];
}

/** The report of `steward certify`. */
export interface Certificate {
  schemaVersion: 1;
  kind: 'certificate';
  table: { id: string; name: string; version: string; digest: string };
  certified: boolean;
  /** Why not, in words; empty when certified. */
  reasons: string[];
  /** The tests that the table and those that it uses carry, run by Steward. */
  tests: { passed: number; failed: number; failures: string[] };
  /** Steward against json-rules-engine: the tables that this one uses first. */
  comparison: TableResult[];
  cases: { perTable: number; total: number; seed: number; days: string[] };
  versions: { steward: string; jsonRulesEngine: string; node: string };
  /** Who ran it, and when (ISO 8601, UTC). */
  signedOff: { by: string; at: string };
  /** `sha256:` and the SHA-256 of the canonical JSON (RFC 8785) of all the members above. */
  digest: string;
}

/** What a certification is asked. */
export interface CertifyOptions {
  /** Random cases per table. */
  cases: number;
  /** Seed of the random cases: the same seed gives the same report but for the time. */
  seed: number;
  by: string;
  at: Date;
  versions: Certificate['versions'];
  /** The evaluator on trial. @default Steward's own */
  evaluator?: EvaluatorOf;
  /** Called now and then. */
  onProgress?(done: number, total: number): void;
}
