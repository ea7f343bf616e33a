import {
  exportCheckpointLine,
  exportEndLine,
  exportEntryLine,
  exportHeaderLine,
  ledgerCsvHeader,
  ledgerCsvLine,
  ledgerLine,
  type ExportRequest,
  type JsonObject,
  type SealedContent,
  type StreamHead,
} from '../../../engine/index.ts';
import { ProblemError } from '../http/problem.ts';
import type { Secrets } from '../secrets/secrets.service.ts';
import type { LedgerEvent } from './ledger.events.ts';
import type { LedgerPersonal, Staff } from './ledger.personal.ts';
import { entryOf, type LedgerReading } from './ledger.reading.ts';
import type { EntryFilter, EntryRow, LedgerStore } from './ledger.store.ts';

export interface ExportPorts {
  store: LedgerStore;
  secrets: Secrets;
  reading: Pick<LedgerReading, 'filterOf'>;
  personal: Pick<LedgerPersonal, 'contentOf'>;
  /** Milliseconds since 1970. */
  now(): number;
  /** A name that nothing else bears. */
  newId(): string;
  /** Resolves when the event is on disk. */
  record(event: LedgerEvent, recordedBy: string): Promise<unknown>;
}

/** The machine or the member of staff who asks. */
export type Exporter = Omit<Staff, 'id' | 'name'> & { actor: LedgerEvent['actor'] };

export interface LedgerExport {
  /**
   * Records the export, then gives its lines piece by piece: entries in order, or newest first where they are filtered.
   * @throws ProblemError `stream_not_found`, `subject_not_found`
   */
  export(stream: string, request: ExportRequest, exporter: Exporter): Promise<AsyncGenerator<string>>;
}

/** Rows of a page of a search. */
const pageSize = 500;
/** chosen: a quarter of a megabyte, so that little waits for a slow reader. */
const pieceCharacters = 256 * 1024;

export function ledgerExport(ports: ExportPorts): LedgerExport {
  const { store, secrets, reading, personal, now, newId, record } = ports;

  async function* rowsOf(stream: string, size: number, filter: EntryFilter | null): AsyncGenerator<EntryRow[]> {
    if (filter === null) {
      yield* store.entries(stream, 1, size + 1);
      return;
    }
    for (let before = size + 1; ;) {
      const rows = await store.search(stream, filter, { before, limit: pageSize });
      const last = rows.at(-1);
      if (last === undefined) return;
      yield rows;
      before = last.sequence;
    }
  }

  /** What was changed in the store stays closed, and a verification of the export finds it. */
  const contentOf = (stream: string, row: EntryRow): Promise<SealedContent | null> =>
    personal.contentOf(stream, row).catch((error: unknown) => {
      if (error instanceof ProblemError && error.code === 'ledger_damaged') return null;
      throw error;
    });

  async function* linesOf(
    stream: string,
    { format, openInputs }: ExportRequest,
    { head, filter, exportedAt }: { head: StreamHead; filter: EntryFilter | null; exportedAt: string },
  ): AsyncGenerator<string> {
    const checkpoints = (await store.checkpoints(stream)).filter(({ size }) => size <= head.size);
    const isOpened = openInputs !== undefined;
    if (format === 'csv') yield ledgerCsvHeader(isOpened);
    else {
      yield exportHeaderLine({
        stream,
        from: 1,
        until: head.size + 1,
        filtered: filter !== null,
        exportedAt,
        signingKeys: secrets.signingKeys(),
        head,
        checkpointSizes: checkpoints.map(({ size }) => size),
      });
    }
    const line = format === 'csv' ? csvLine : jsonLine;
    let entries = 0;
    let text = '';
    for await (const rows of rowsOf(stream, head.size, filter)) {
      for (const row of rows) {
        text += line(row, isOpened ? await contentOf(stream, row) : undefined);
        if (text.length > pieceCharacters) {
          yield text;
          text = '';
        }
      }
      entries += rows.length;
    }
    yield text;
    if (format === 'csv') return;
    for (const checkpoint of checkpoints) yield exportCheckpointLine(checkpoint);
    yield exportEndLine(entries);
  }

  return {
    async export(stream, request, { actor, recordedBy }) {
      const { format, filter: asked = {}, openInputs } = request;
      const isFiltered = Object.keys(asked).length > 0;
      const filter = await reading.filterOf(asked);
      if (filter === null) throw new ProblemError('subject_not_found');
      await secrets.refresh();
      const head = await store.head(stream);
      if (head === null) throw new ProblemError('stream_not_found');
      const at = new Date(now()).toISOString();
      // The person is recorded by the ledger's name alone: what a caller calls them would stay for ever.
      const details: JsonObject = {
        stream,
        format,
        until: head.size + 1,
        filter: { ...filter },
        opened: openInputs !== undefined,
      };
      const { subject = null } = filter;
      const reason = openInputs?.reason ?? null;
      await record({ key: `export:${newId()}`, kind: 'export', at, actor, subject, reason, details }, recordedBy);
      return linesOf(stream, request, { head, filter: isFiltered ? filter : null, exportedAt: at });
    },
  };
}

/** @param content undefined: nothing was to be opened; null: nobody can read it any more, or there is none */
type WriteLine = (row: EntryRow, content: SealedContent | null | undefined) => string;

const jsonLine: WriteLine = (row, content) => exportEntryLine(row, content ? { ...content } : undefined);

const csvLine: WriteLine = (row, content) => ledgerCsvLine(ledgerLine(entryOf(row)), row.hash, content);
