import {
  canonicalJson,
  runOwnTests,
  seededRandom,
  sha256Hex,
  tableDigest,
  type DecisionTable,
  type JsonValue,
  type Result,
} from '../../../engine/index.ts';
import type { Certificate, CertifyOptions } from './certificate.ts';
import { compareWithJsonRulesEngine } from './compare-engines.ts';
import { steward } from './evaluators.ts';
import { standAloneTables } from './stand-alone-tables.ts';
import { turningDays } from './turning-days.ts';

/**
 * Certifies a table: runs its own tests, and decides random cases by our evaluator and by the real json-rules-engine, which
 * gets the exported rules. Tables that it uses are certified with it, each by itself, because rules of json-rules-engine know
 * no chains.
 *
 * @returns the report, certified or not; or what keeps the table from running
 */
export async function certifyTable(table: DecisionTable, options: CertifyOptions): Promise<Result<Certificate>> {
  const tests = runOwnTests(table);
  if (!tests.ok) return tests;
  const failures = tests.value.filter((test) => !test.passed).map((test) => `${test.table}: ${test.name}`);
  const days = turningDays(table);
  const tables = standAloneTables(table);
  const total = tables.length * options.cases;
  const random = seededRandom(options.seed);
  const evaluator = options.evaluator ?? steward;
  const comparison: Certificate['comparison'] = [];
  for (const [index, one] of tables.entries()) {
    const onCase = (done: number) => options.onProgress?.(index * options.cases + done, total);
    comparison.push(await compareWithJsonRulesEngine(one, { cases: options.cases, days, random, evaluator, onCase }));
  }
  const compared = comparison.reduce((sum, { cases }) => sum + cases, 0);
  const reasons = reasonsAgainst(failures, comparison);
  const report: Omit<Certificate, 'digest'> = {
    schemaVersion: 1,
    kind: 'certificate',
    table: { id: table.id, name: table.name, version: table.version, digest: tableDigest(table) },
    certified: reasons.length === 0,
    reasons,
    tests: { passed: tests.value.length - failures.length, failed: failures.length, failures },
    comparison,
    cases: { perTable: options.cases, total: compared, seed: options.seed, days },
    versions: options.versions,
    signedOff: { by: options.by, at: options.at.toISOString() },
  };
  const text = canonicalJson(report as unknown as JsonValue);
  return text.ok ? { ok: true, value: { ...report, digest: `sha256:${sha256Hex(text.value)}` } } : text;
}

function reasonsAgainst(failures: readonly string[], comparison: Certificate['comparison']): string[] {
  return [
    ...failures.map((name) => `The test "${name}" fails.`),
    ...comparison.flatMap(({ table, differences, refused, cases }) => [
      ...refused.map(({ message }) => `json-rules-engine cannot run the table ${table}: ${message}`),
      ...(differences > 0
        ? [`The table ${table} differs from json-rules-engine in ${differences} of ${cases} cases.`]
        : []),
      ...(cases === 0 && refused.length === 0
        ? [`No case of the table ${table} could be compared: its inputs refuse all facts that were tried.`]
        : []),
    ]),
  ];
}
