import type { IHttpRequestOptions } from 'n8n-workflow';
import { inputsByName, maxRecordsPerAppend, tableDigest } from '../../engine/index.ts';
import type {
  AppendMoment,
  AppendRequest,
  Decision,
  DecisionTable,
  JsonObject,
  RecordSource,
} from '../../engine/index.ts';

/** A record as the fake ledger keeps it. */
export interface KeptRecord extends AppendMoment {
  sequence: number;
  key: string;
  subject: string | null;
  note?: string;
  source: RecordSource;
  decision: Decision;
  inputs: JsonObject;
}

/** What the hub answers instead of doing its work. */
export type HubFailure = { status: number; body: unknown } | Error;

let hubs = 0;

/** A hub in memory: a stream with idempotent keys, tables by digest, and failures at will. */
export class FakeHub {
  /** Every hub is another one to the nodes, which remember what they have sent to which. */
  address = `http://hub-${(hubs += 1)}.example.com/steward`;
  readonly key: string = 'stw_test_secret';
  readonly kept: KeptRecord[] = [];
  readonly tables = new Map<string, DecisionTable>();
  /** Requests that were let in, in order. */
  readonly requests: { method: string; path: string; size: number; tables: number }[] = [];
  /** Failures of the next requests; null: the request is served. */
  readonly failures: (HubFailure | null)[] = [];
  /** Takes up to so many records at once; a larger request is too large. */
  mostRecords = maxRecordsPerAppend;

  /** What n8n's helper gives a node: the full answer, or an error of the network. */
  answer(options: IHttpRequestOptions): Promise<{ statusCode: number; body: unknown }> {
    const failure = this.failures.shift() ?? null;
    if (failure instanceof Error) return Promise.reject(failure);
    if (failure !== null) return Promise.resolve({ statusCode: failure.status, body: failure.body });
    if (!options.url.startsWith(`${this.address}/api/v1/`)) return problem(404, 'not_found', 'Nothing is here');
    const path = options.url.slice(`${this.address}/api/v1`.length);
    // What is sent has been through JSON.
    const body = JSON.parse(textOf(options.body)) as AppendRequest & { tables?: DecisionTable[] };
    const { records, tables = [] } = body;
    this.requests.push({
      method: options.method ?? 'GET',
      path,
      size: records?.keys.length ?? 0,
      tables: tables.length,
    });
    if (records !== undefined && records.keys.length > this.mostRecords) {
      return problem(413, 'body_too_large', 'The body is too large');
    }
    for (const table of tables.flatMap((each) => [each, ...(each.uses ?? [])])) {
      this.tables.set(tableDigest(table), table);
    }
    return path === '/ledger/records' ? this.append(body) : done({ digests: tables.map(tableDigest) });
  }

  private append(request: AppendRequest): Promise<{ statusCode: number; body: unknown }> {
    const { sources, decisions, moments, shapes } = request;
    const { keyPrefix = '', keys, notes, ...columns } = request.records;
    const unknown = new Set<string>();
    const duplicates: number[] = [];
    const sequences = keys.map((rest, index) => {
      const key = keyPrefix + rest;
      const source = sources[columns.sources[index] ?? -1];
      const decision = decisions[columns.decisions[index] ?? -1];
      const moment = moments[columns.moments[index] ?? -1];
      const names = shapes[columns.shapes[index] ?? -1];
      const values = columns.values[index];
      const subject = columns.subjects[index];
      if (!source || !decision || !moment || !names || names.length !== values?.length || subject === undefined)
        throw new Error('a record points outside its dictionary');
      for (const { tableDigest: digest } of [decision, ...(decision.required ?? [])]) {
        if (digest !== '' && !this.tables.has(digest)) unknown.add(digest);
      }
      const known = this.kept.find((each) => each.key === key);
      if (known !== undefined) {
        duplicates.push(index);
        return known.sequence;
      }
      const note = notes?.[index];
      const inputs = inputsByName(names, values);
      const sequence = this.kept.length + 1;
      this.kept.push({ key, source, decision, ...moment, subject, inputs, sequence, ...(note != null && { note }) });
      return sequence;
    });
    return done({ stream: 'decisions', sequences, duplicates, unknownTables: [...unknown] });
  }
}

/** JSON of a body, as n8n sends it. */
export function textOf(body: unknown): string {
  return Buffer.isBuffer(body) ? body.toString() : JSON.stringify(body);
}

function done(body: unknown): Promise<{ statusCode: number; body: unknown }> {
  return Promise.resolve({ statusCode: 200, body });
}

function problem(status: number, code: string, title: string): Promise<{ statusCode: number; body: unknown }> {
  return Promise.resolve({ statusCode: status, body: { status, code, title, type: 'about:blank' } });
}

/** What n8n throws when nobody listens. */
export function refusedConnection(): Error {
  const cause = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5678'), { code: 'ECONNREFUSED' });
  return Object.assign(new Error('The service refused the connection - perhaps it is offline'), { cause });
}
