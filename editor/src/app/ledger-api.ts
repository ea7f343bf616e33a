import type {
  Checkpoint,
  EntryDetail,
  Erasure,
  ErasureRequest,
  ExportRequest,
  LedgerFacets,
  LedgerPage,
  LedgerSearch,
  OpenedInputs,
  Receipt,
  SigningKey,
  StreamSummary,
} from '../../../engine/index.ts';
import { transport as ownTransport } from './api.ts';
import { request, requestStream, type Transport } from './request.ts';

/**
 * The hub's routes of the ledger as functions. Every one throws an `ApiError` that words the failure for people. A person's
 * number goes in bodies alone: addresses end up in histories and logs.
 */
export function createLedgerApi(transport: Transport) {
  const at = (stream: string, rest: string) => `/ledger/streams/${encodeURIComponent(stream)}/${rest}`;
  const signalled = (signal?: AbortSignal) => (signal ? { signal } : {});
  return {
    streams: (signal?: AbortSignal) => request<StreamSummary[]>(transport, '/ledger/streams', signalled(signal)),
    facets: (stream: string, signal?: AbortSignal) =>
      request<LedgerFacets>(transport, at(stream, 'facets'), signalled(signal)),
    search: (body: LedgerSearch, signal?: AbortSignal) =>
      request<LedgerPage>(transport, '/ledger/search', { method: 'POST', body, ...signalled(signal) }),
    entry: (stream: string, sequence: number, signal?: AbortSignal) =>
      request<EntryDetail>(transport, at(stream, `entries/${sequence}`), signalled(signal)),
    /** Recorded with the reason. */
    inputs: (stream: string, sequence: number, reason: string) =>
      request<OpenedInputs>(transport, at(stream, `entries/${sequence}/inputs`), { method: 'POST', body: { reason } }),
    receipt: (stream: string, sequence: number, signal?: AbortSignal) =>
      request<Receipt>(transport, at(stream, `entries/${sequence}/receipt`), signalled(signal)),
    newestCheckpoint: (stream: string, signal?: AbortSignal) =>
      request<Checkpoint>(transport, at(stream, 'checkpoints/newest'), signalled(signal)),
    /** Needs no account. */
    signingKeys: (signal?: AbortSignal) =>
      request<SigningKey[]>(transport, '/ledger/signing-keys', { mayBeSignedOut: true, ...signalled(signal) }),
    erase: (body: ErasureRequest) =>
      request<Erasure>(transport, '/ledger/erasures', { method: 'POST', body, timeoutSeconds: 120 }),
    export: (stream: string, body: ExportRequest, signal?: AbortSignal) =>
      requestStream(transport, at(stream, 'export'), {
        method: 'POST',
        body,
        timeoutSeconds: 3_600,
        ...signalled(signal),
      }),
    /** Lines of JSON: progress, and at last the report. */
    verify: (stream: string, signal?: AbortSignal) =>
      requestStream(transport, at(stream, 'verify'), { method: 'POST', timeoutSeconds: 3_600, ...signalled(signal) }),
  };
}

export type LedgerApi = ReturnType<typeof createLedgerApi>;

/** The ledger of the hub that serves this page. */
export const ledgerApi: LedgerApi = createLedgerApi(ownTransport);
