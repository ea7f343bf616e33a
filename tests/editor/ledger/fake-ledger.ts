import {
  errorIssue,
  ledgerLine,
  outcomeInWords,
  type Checkpoint,
  type EntryDetail,
  type ErasureRequest,
  type ExportRequest,
  type LedgerFacets,
  type LedgerPage,
  type LedgerRecord,
  type LedgerSearch,
  type Receipt,
  type StreamSummary,
  type VerificationReport,
} from '../../../engine/index.ts';
import { pathOf, rootOf } from './merkle-tree.ts';
import {
  createStream,
  eventOf,
  isDecision,
  refOf,
  refundTable,
  riskTable,
  sampleLedger,
  type SampleEntry,
  type SampleStream,
} from './sample-ledger.ts';
import { testSigner } from './test-signer.ts';

export interface FakeLedgerOptions {
  /** ISO 8601: the newest decision. @default '2026-11-22T13:40:00.000Z' */
  now?: string;
  /** How many refund requests were decided, two decisions each. @default 90 */
  requests?: number;
  /** Sequence of a decision that somebody has changed: verification finds it, its receipt does not hold. */
  tampered?: number;
}

type Answer = { status: number; body: unknown } | { status: number; text: string; type: string };

const tables = [riskTable, refundTable];

/** The ledger's routes over a sample ledger in memory, as `engine/contract/ledger-api.ts` says. */
export function createFakeLedger({
  now = '2026-11-22T13:40:00.000Z',
  requests = 90,
  tampered,
}: FakeLedgerOptions = {}) {
  const { decisions, audit } = requests > 0 ? sampleLedger(now, requests) : emptyLedger();
  const streams: SampleStream[] = [decisions, audit];
  const signer = testSigner('steward test hub', '2026-11-02T08:00:00.000Z');
  const checkpointOf = ({ name, entries }: SampleStream): Checkpoint =>
    signer.checkpoint(
      name,
      entries.map(({ hash }) => hash),
      now,
    );
  const event = (
    kind: Parameters<typeof eventOf>[0],
    reason: string | null,
    details: Parameters<typeof eventOf>[4],
    subject: string | null = null,
  ) =>
    audit.append(
      eventOf(kind, now, { id: 'u1', name: 'Ada Lindqvist' }, reason, details, subject),
      now,
      'person:u1',
      null,
    );

  function handle(method: string, path: string, body: unknown): Answer | null {
    if (path === '/ledger/signing-keys') return ok([signer.key]);
    if (path === '/ledger/streams') return ok(streams.map(summaryOf));
    if (path === '/ledger/search') return ok(search(body as LedgerSearch));
    if (path === '/ledger/erasures' && method === 'POST') return erase(body as ErasureRequest);
    const [, name, rest = ''] = /^\/ledger\/streams\/([^/]+)\/(.+)$/.exec(path) ?? [];
    const stream = streams.find((one) => one.name === name);
    if (!stream) return path.startsWith('/ledger/') ? refuse(404, 'stream_not_found', 'There is no such stream') : null;
    if (rest === 'facets') return ok(facetsOf(stream));
    if (rest === 'checkpoints/newest') return ok(checkpointOf(stream));
    if (rest === 'verify') return verify(stream);
    if (rest === 'export') return exported(stream, body as ExportRequest);
    const [, sequence, part] = /^entries\/(\d+)(?:\/(\w+))?$/.exec(rest) ?? [];
    const found = stream.entries[Number(sequence) - 1];
    if (!found) return refuse(404, 'entry_not_found', 'There is no such entry');
    if (part === undefined) return ok(detailOf(stream, found));
    if (part === 'receipt') return ok(receiptOf(stream, found));
    return openInputs(found, body as { reason: string });
  }

  const summaryOf = (stream: SampleStream): StreamSummary => ({
    stream: stream.name,
    size: stream.entries.length,
    lastHash: stream.entries.at(-1)?.hash ?? '0'.repeat(64),
    lastRecordedAt: stream.entries.at(-1)?.entry.recordedAt ?? null,
    checkpoint: stream.entries.length === 0 ? null : { size: stream.entries.length, at: now },
  });

  function search(wanted: LedgerSearch): LedgerPage {
    const { stream: name = 'decisions', subject, limit = 50, before = Infinity } = wanted;
    const entries = streams.find((one) => one.name === name)?.entries ?? [];
    const ref = subject === undefined ? wanted.subjectRef : knownRef(subject);
    const asksPerson = subject !== undefined || wanted.subjectRef !== undefined;
    const fits = entries
      .filter(({ entry }) => entry.sequence < before && (!asksPerson || entry.record.subject === ref))
      .filter(({ entry }) => fitsSearch(entry.record, wanted))
      .reverse();
    const lines = fits.slice(0, limit).map(({ entry }) => ledgerLine(entry));
    const next = fits.length > limit ? (lines.at(-1)?.sequence ?? null) : null;
    return { lines, next, ...(subject !== undefined && { subjectRef: ref ?? null }) };
  }

  /** Somebody who was erased is known no longer. */
  const knownRef = (subject: string) =>
    decisions.entries.some(({ content }) => content?.subject === subject) ? refOf(subject) : undefined;

  function detailOf(stream: SampleStream, { entry, hash, content }: SampleEntry): EntryDetail {
    const { record, sequence } = entry;
    const table = isDecision(record) ? tables.find(({ id }) => id === record.decision.tableId) : undefined;
    return {
      entry,
      hash,
      tables: table ? [table] : [],
      inputs: entry.sealed === undefined ? 'none' : content === null ? 'erased' : 'sealed',
      previous: sequence > 1 ? sequence - 1 : null,
      next: sequence < stream.entries.length ? sequence + 1 : null,
    };
  }

  function receiptOf(stream: SampleStream, { entry, text }: SampleEntry): Receipt {
    const leaves = stream.entries.map(({ hash }) => hash);
    return {
      format: 'steward-receipt',
      version: 1,
      entry: stream === decisions && entry.sequence === tampered ? text.replace(/"text":"[^"]*/, '$& not') : text,
      path: pathOf(leaves, entry.sequence - 1),
      checkpoint: checkpointOf(stream),
      signingKey: signer.key,
    };
  }

  function openInputs({ entry, content }: SampleEntry, { reason }: { reason: string }): Answer {
    if (content === null)
      return refuse(410, 'subject_erased', 'The person was erased; nobody can read the inputs any more');
    event('inputs-opened', reason, { stream: entry.stream, sequence: entry.sequence }, entry.record.subject);
    return ok(content);
  }

  function erase({ subject, subjectRef, reason }: ErasureRequest): Answer {
    const ref = subjectRef ?? (subject === undefined ? undefined : knownRef(subject));
    const theirs = decisions.entries.filter(({ entry, content }) => entry.record.subject === ref && content !== null);
    if (ref === undefined || theirs.length === 0)
      return refuse(404, 'subject_not_found', 'The ledger knows no such person');
    for (const one of theirs) one.content = null;
    const recorded = event('erasure', reason, { entries: { decisions: theirs.length } }, ref);
    return ok({
      subjectRef: ref,
      erasedAt: now,
      entries: { decisions: theirs.length },
      recorded: { stream: 'audit', sequence: recorded.entry.sequence },
    });
  }

  function verify(stream: SampleStream): Answer {
    const entries = stream.entries.length;
    const isWrong = stream === decisions && tampered !== undefined;
    const report: VerificationReport = {
      stream: stream.name,
      entries,
      ok: !isWrong,
      findings: isWrong ? [{ ...errorIssue('entry_changed', [], { sequence: tampered }), sequence: tampered }] : [],
      moreFindings: 0,
      head: 'signed',
      checkpoints: 1,
      signedBy: [signer.key],
      root: rootOf(stream.entries.map(({ hash }) => hash)),
    };
    const lines = [{ checked: Math.floor(entries / 2), of: entries }, { checked: entries, of: entries }, { report }];
    return {
      status: 200,
      text: lines.map((line) => `${JSON.stringify(line)}\n`).join(''),
      type: 'application/x-ndjson',
    };
  }

  function exported(stream: SampleStream, { format, openInputs: opened }: ExportRequest): Answer {
    event('export', opened?.reason ?? null, { stream: stream.name, format, entries: stream.entries.length });
    const lines = stream.entries.map(({ text, hash }) => `{"entry":${text},"hash":"${hash}"}`);
    return { status: 200, text: `${lines.join('\n')}\n`, type: 'application/x-ndjson' };
  }

  return { handle, streams, decisions, audit, signer, receiptOf, event };
}

export type FakeLedger = ReturnType<typeof createFakeLedger>;

function emptyLedger() {
  return { decisions: createStream('decisions'), audit: createStream('audit') };
}

function fitsSearch(record: LedgerRecord, { journey, step, outcome, table, rule, kind, from, until }: LedgerSearch) {
  if (kind !== undefined && record.kind !== kind) return false;
  if (from !== undefined && record.decidedAt < from) return false;
  if (until !== undefined && record.decidedAt >= until) return false;
  if (!isDecision(record)) return [journey, step, outcome, table, rule].every((wanted) => wanted === undefined);
  const { decision } = record;
  return (
    (journey === undefined || record.journey?.id === journey) &&
    (step === undefined || record.step === step) &&
    (outcome === undefined || outcomeInWords(decision.outcome) === outcome) &&
    (table === undefined || decision.tableId === table) &&
    (rule === undefined || decision.ruleId === rule)
  );
}

function facetsOf({ entries }: SampleStream): LedgerFacets {
  const records = entries.map(({ entry }) => entry.record).filter(isDecision);
  const distinct = (values: (string | null)[]) => [...new Set(values.filter((value) => value !== null))].slice(0, 200);
  return {
    journeys: records.length > 0 ? [{ id: 'wf1', name: 'Refund triage' }] : [],
    steps: distinct(records.map(({ step }) => step)),
    outcomes: distinct(records.map(({ decision }) => outcomeInWords(decision.outcome))),
    tables: distinct(records.map(({ decision }) => decision.tableId)),
    rules: distinct(records.map(({ decision }) => decision.ruleId)),
  };
}

function ok(body: unknown): Answer {
  return { status: 200, body };
}

function refuse(status: number, code: string, title: string): Answer {
  return { status, body: { type: `urn:steward:problem:${code}`, title, status, code } };
}
