import { errorIssue, type Issue } from '../issue.ts';
import type { AuditCrypto } from './audit-crypto.ts';
import type { Checkpoint, SigningKey } from './checkpoint.ts';
import type { ExportHeader } from './export-lines.ts';
import { FindingList } from './finding-list.ts';
import { readExportLine, type ExportLine } from './read-export-line.ts';
import { streamVerifier, type StreamVerifier } from './stream-verifier.ts';
import type { StoredRow, VerificationReport } from './verification.ts';

export interface ExportReaderOptions {
  /** The hub's keys as the reader knows them; without them those that stand in the file. */
  keys?: readonly SigningKey[];
  /** Checkpoints that somebody kept apart from the ledger. */
  kept?: readonly Checkpoint[];
  crypto?: AuditCrypto;
}

export interface ExportVerification {
  /** Null when the file does not begin with one. `filtered` says that nobody can tell whether entries are missing. */
  header: ExportHeader | null;
  report: VerificationReport;
}

/** Verifies an export while it is read. */
export interface ExportReader {
  /** Takes a piece of the file's text; lines may be cut anywhere. */
  add(text: string): void;
  /** How many entries were read so far. */
  readonly entries: number;
  finish(): ExportVerification;
}

/** chosen: 16 Mi UTF-16 code units, four times the longest entry; a longer line is none of ours. */
const maxLineLength = 16_777_216;

/**
 * Verifies an export in JSON lines, as the hub writes it, with memory for a few lines alone.
 * @returns takes the text in pieces, then gives header and report: the codes of `streamVerifier`, and
 *   `export_unreadable`, `export_too_new`, `export_out_of_place`, `export_cut_short`, `export_count_differs`
 * @example const reader = exportReader({ kept }); for await (const text of file) reader.add(text); reader.finish()
 */
export function exportReader(options: ExportReaderOptions = {}): ExportReader {
  return new Reader(options);
}

class Reader implements ExportReader {
  entries = 0;
  private readonly options: ExportReaderOptions;
  private readonly list = new FindingList();
  private readonly checkpoints: Checkpoint[] = [];
  private readonly rows: StoredRow[] = [];
  private rest = '';
  private line = 0;
  private header: ExportHeader | null = null;
  private verifier: StreamVerifier | null = null;
  /** What may come next; `nothing` after a header that cannot be read. */
  private part: 'header' | 'entries' | 'checkpoints' | 'end' | 'nothing' = 'header';
  private said: number | null = null;

  constructor(options: ExportReaderOptions) {
    this.options = options;
  }

  add(text: string): void {
    let from = 0;
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', from)) {
      this.take(this.rest + text.slice(from, at));
      this.rest = '';
      from = at + 1;
    }
    this.rest += text.slice(from);
    if (this.rest.length > maxLineLength) this.refuse();
    this.flush();
  }

  finish(): ExportVerification {
    if (this.rest !== '') this.take(this.rest);
    this.flush();
    const { header } = this;
    if (this.said === null && this.part !== 'nothing') this.find('export_cut_short');
    else if (this.said !== null && this.said !== this.entries) {
      this.find('export_count_differs', { said: this.said, entries: this.entries });
    }
    const report = this.verifier?.finish({ checkpoints: this.checkpoints }) ?? emptyReport;
    const findings = new FindingList();
    findings.addAll(report.findings, report.moreFindings);
    findings.addAll(this.list.findings, this.list.more);
    const ok = findings.findings.length === 0;
    return { header, report: { ...report, ok, findings: findings.findings, moreFindings: findings.more } };
  }

  private take(text: string): void {
    this.line++;
    const line = text.endsWith('\r') ? text.slice(0, -1) : text;
    if (line === '' || this.part === 'nothing') return;
    const read = readExportLine(line);
    if (this.part === 'header') this.begin(read);
    else this.goOn(read);
  }

  private begin(read: ExportLine): void {
    this.part = 'nothing';
    if (read.kind === 'too-new') this.find('export_too_new', { version: read.version });
    else if (read.kind !== 'header') this.find('export_unreadable', { line: this.line });
    else this.open(read.header);
  }

  private open(header: ExportHeader): void {
    const { stream, filtered, head, signingKeys, checkpointSizes } = header;
    const { keys = signingKeys, kept = [], crypto } = this.options;
    this.part = 'entries';
    this.header = header;
    const grounds = { keys, head, kept, checkpointSizes, filtered: filtered || header.from !== 1 };
    this.verifier = streamVerifier(stream, crypto === undefined ? grounds : { ...grounds, crypto });
  }

  private goOn(read: ExportLine): void {
    switch (read.kind) {
      case 'entry':
        if (this.part !== 'entries') this.find('export_out_of_place', { line: this.line });
        this.entries++;
        this.rows.push(read);
        break;
      case 'checkpoint':
        if (this.part === 'end') this.find('export_out_of_place', { line: this.line });
        else this.part = 'checkpoints';
        this.checkpoints.push(read.checkpoint);
        break;
      case 'end':
        if (this.part === 'end') this.find('export_out_of_place', { line: this.line });
        this.part = 'end';
        this.said = read.entries;
        break;
      case 'header':
        this.find('export_out_of_place', { line: this.line });
        break;
      case 'too-new':
      case 'unreadable':
        this.find('export_unreadable', { line: this.line });
    }
  }

  private refuse(): void {
    this.line++;
    this.find('export_unreadable', { line: this.line });
    this.flush();
    this.rest = '';
    this.part = 'nothing';
  }

  private flush(): void {
    this.verifier?.add(this.rows);
    this.rows.length = 0;
  }

  private find(code: string, params: Issue['params'] = {}): void {
    this.list.addAll([{ ...errorIssue(code, [], params), sequence: null }], 0);
  }
}

const emptyReport: VerificationReport = {
  stream: '',
  entries: 0,
  ok: true,
  findings: [],
  moreFindings: 0,
  head: 'missing',
  checkpoints: 0,
  signedBy: [],
  root: null,
};
