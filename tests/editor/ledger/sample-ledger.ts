import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import {
  decideRisk,
  decideTable,
  inputsOfDecision,
  type Decision,
  type DecisionTable,
  type EventRecord,
  type FactMapping,
  type Journey,
  type JsonObject,
  type LedgerEntry,
  type LedgerRecord,
  type SealedContent,
} from '../../../engine/index.ts';
import { refundCustomers } from '../../../examples/refund-triage/customers.ts';
import { riskPacks } from '../../../rules/index.ts';
import { leafOf } from './merkle-tree.ts';
import { textOf } from './test-signer.ts';

export interface SampleEntry {
  entry: LedgerEntry;
  text: string;
  hash: string;
  /** What `sealed` holds; null when nobody can open it any more. */
  content: SealedContent | null;
}

export interface SampleStream {
  name: string;
  entries: SampleEntry[];
}

export const refundJourney = JSON.parse(
  readFileSync(new URL('../../../examples/refund-triage/journey.json', import.meta.url), 'utf8'),
) as Journey;
export const riskTable = (riskPacks['automated-decision-risk'] as { table: DecisionTable }).table;
export const refundTable = refundJourney.tables['refund-limits'] as DecisionTable;

const minuteMs = 60_000;

/** The same random-looking bytes for the same word. */
const bytesOf = (word: string, count: number) =>
  Buffer.concat(Array.from({ length: 8 }, (_, at) => createHash('sha512').update(`${word}${at}`).digest())).subarray(
    0,
    count,
  );

/** The ledger's name for a sample customer. */
export const refOf = (customer: string): string => `s_${bytesOf(customer, 16).toString('base64url')}`;

/** Puts entries one after the other, each with the hash of the one before. */
export function createStream(name: string): SampleStream & {
  append(record: LedgerRecord, recordedAt: string, recordedBy: string, content: SealedContent | null): SampleEntry;
} {
  const entries: SampleEntry[] = [];
  return {
    name,
    entries,
    append(record, recordedAt, recordedBy, content) {
      const entry: LedgerEntry = {
        v: 1,
        stream: name,
        sequence: entries.length + 1,
        previous: entries.at(-1)?.hash ?? '0'.repeat(64),
        recordedAt,
        recordedBy,
        record,
        ...(content && { sealed: bytesOf(record.key, 28 + textOf(content).length).toString('base64url') }),
      };
      const text = textOf(entry);
      const appended = { entry, text, hash: leafOf(text), content };
      entries.push(appended);
      return appended;
    },
  };
}

/**
 * A ledger as the refund journey fills it: real decisions of its two tables on its sample customers, who come back now
 * and then, the newest at `now`.
 */
export function sampleLedger(
  now: string,
  requests = 90,
): { decisions: SampleStream; audit: ReturnType<typeof createStream> } {
  const decisions = createStream('decisions');
  const audit = createStream('audit');
  const start = Date.parse(now) - requests * 47 * minuteMs;
  const at = (minutes: number) => new Date(start + minutes * minuteMs).toISOString();
  audit.append(eventOf('signing-key-created', at(0), null, null, { keyId: '21fe31dfa154a261' }), at(0), 'hub', null);
  audit.append(
    eventOf('api-key-created', at(3), ada, null, {
      apiKey: 'k4nz7q',
      name: 'n8n production',
      scopes: ['ledger:append'],
    }),
    at(3),
    'person:u1',
    null,
  );
  for (const [index, request] of refundCustomers(requests).entries()) {
    const customer = `C-${String((index * 7) % 41).padStart(4, '0')}`;
    const item: JsonObject = { body: request };
    const risk = decideRisk(riskPacks['automated-decision-risk'] as never, item, riskMapping, 'high');
    if (!risk.ok) throw new Error(JSON.stringify(risk.issues));
    record(index, 'How risky is it to automate?', customer, riskTable, item, riskMapping, risk.value.decision);
    const classified: JsonObject = { ...item, steward: { risk: { level: risk.value.level } } };
    const refund = decideTable(refundTable, classified, refundMapping);
    if (!refund.ok) throw new Error(JSON.stringify(refund.issues));
    record(index, 'Refund limits', customer, refundTable, classified, refundMapping, refund.value.decision);
  }
  return { decisions, audit };

  function record(
    index: number,
    step: string,
    customer: string,
    table: DecisionTable,
    item: JsonObject,
    mapping: FactMapping,
    decision: Decision,
  ): void {
    const decidedAt = at(index * 47 + (table === riskTable ? 0 : 0.02));
    const inputs = inputsOfDecision(table, item, mapping);
    if (!inputs.ok) throw new Error(JSON.stringify(inputs.issues));
    const source = {
      journey: { id: 'wf1', name: 'Refund triage' },
      step,
      execution: String(4100 + index),
      by: { kind: 'rules' as const, name: table.name },
    };
    const key = `wf1:${4100 + index}:${step}:0`;
    decisions.append(
      { kind: 'decision', key, decidedAt, day: null, subject: refOf(customer), decision, ...source },
      new Date(Date.parse(decidedAt) + 210).toISOString(),
      'key:k4nz7q',
      { subject: customer, inputs: inputs.value },
    );
  }
}

const ada = { id: 'u1', name: 'Ada Lindqvist' };
const riskMapping: FactMapping = { dataField: 'body', fields: [] };
const refundMapping: FactMapping = { dataField: 'body', fields: [{ input: 'risk', field: 'steward.risk.level' }] };

/** An event of the audit stream. */
export function eventOf(
  kind: EventRecord['kind'],
  decidedAt: string,
  actor: EventRecord['actor'],
  reason: string | null,
  details: JsonObject,
  subject: string | null = null,
): EventRecord {
  return { kind, key: `${kind}:${decidedAt}`, decidedAt, subject, actor, reason, details };
}

/** True for a record of a decision. */
export function isDecision(record: LedgerRecord): record is Extract<LedgerRecord, { kind: 'decision' }> {
  return record.kind === 'decision';
}
