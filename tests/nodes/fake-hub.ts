import type { IHttpRequestOptions } from 'n8n-workflow';
import { inputsByName, maxRecordsPerAppend, tableDigest } from '../../engine/index.ts';
import type {
  AppendRecord,
  AppendRequest,
  Decision,
  DecisionTable,
  JsonObject,
  RecordSource,
} from '../../engine/index.ts';

/** A record as the fake ledger keeps it. */
export interface KeptRecord extends Omit<AppendRecord, 'source' | 'decision' | 'shape' | 'values'> {
  sequence: number;
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
    const body = JSON.parse(JSON.stringify(options.body)) as AppendRequest & { tables?: DecisionTable[] };
    const { records, tables = [] } = body;
    this.requests.push({ method: options.method ?? 'GET', path, size: records?.length ?? 0, tables: tables.length });
    if (records !== undefined && records.length > this.mostRecords) {
      return problem(413, 'body_too_large', 'The body is too large');
    }
    for (const table of tables.flatMap((each) => [each, ...(each.uses ?? [])])) {
      this.tables.set(tableDigest(table), table);
    }
    return path === '/ledger/records' ? this.append(body) : done({ digests: tables.map(tableDigest) });
  }

  private append({
    records,
    sources,
    decisions,
    shapes,
  }: AppendRequest): Promise<{ statusCode: number; body: unknown }> {
    const unknown = new Set<string>();
    const answers = records.map(({ shape, values, ...record }) => {
      const source = sources[record.source];
      const decision = decisions[record.decision];
      const names = shapes[shape];
      if (source === undefined || decision === undefined || names?.length !== values.length)
        throw new Error('a record points outside its dictionary');
      for (const { tableDigest: digest } of [decision, ...(decision.required ?? [])]) {
        if (digest !== '' && !this.tables.has(digest)) unknown.add(digest);
      }
      const known = this.kept.find(({ key }) => key === record.key);
      if (known !== undefined) return { sequence: known.sequence, hash: '', duplicate: true };
      const inputs = inputsByName(names, values);
      const sequence = this.kept.push({ ...record, source, decision, inputs, sequence: this.kept.length + 1 });
      return { sequence, hash: '', duplicate: false };
    });
    return done({ stream: 'decisions', records: answers, unknownTables: [...unknown] });
  }
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
