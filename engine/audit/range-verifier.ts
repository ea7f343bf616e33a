import { plainCrypto, type AuditCrypto } from './audit-crypto.ts';
import type { StreamHead } from './checkpoint.ts';
import { ChainLinks, type Claim } from './chain-link.ts';
import { CompactRange, type SubtreeNode } from './compact-range.ts';
import { leafHash, previousOfFirst } from './entry-text.ts';
import type { LedgerEntry } from './entry.ts';
import { FindingList } from './finding-list.ts';
import { isHash } from './node-hash.ts';
import { placeOf, type Place } from './place-of-row.ts';
import { readEntry } from './read-entry.ts';
import { checkContent } from './row-content.ts';
import type { StoredRow, VerifiedRange } from './verification.ts';

export interface RangeOptions {
  /** Sequence of the first row. @default 1 */
  from?: number;
  /** Numbers of entries of the stream at which checkpoints were made, so that their roots can be held against the tree. */
  checkpointSizes?: readonly number[];
  /** Rows were left out on purpose: each is verified for itself, and those that follow one another as a chain. @default false */
  filtered?: boolean;
  crypto?: AuditCrypto;
}

/** The most rows that are kept to choose from, where all claim to be one entry. chosen: 8, more are an attack by noise. */
const mostRivals = 8;

/** The end of the stream, of a head whose signature holds. */
export type SignedEnd = Pick<StreamHead, 'size' | 'lastHash'>;

/** A row that was looked at, while the one behind it is waited for. */
interface SeenRow {
  row: StoredRow;
  entry: LedgerEntry | null;
  computed: string;
  /** What the text says; NaN where it cannot be read. */
  sequence: number;
}

/**
 * Verifies a part of a stream, row by row: hash, chain, order, form, columns, and the tree over it. It goes on after a
 * finding. `concludeVerification` puts parts together and holds them against head and checkpoints.
 * @example const range = new RangeVerifier('decisions', { from: 500_001 }); range.add(rows); range.finish()
 */
export class RangeVerifier {
  private readonly stream: string;
  private readonly from: number;
  private readonly isFiltered: boolean;
  private readonly crypto: AuditCrypto;
  private readonly sizes: ReadonlySet<number>;
  private readonly list = new FindingList();
  private readonly links = new ChainLinks(this.list, (sequence, leaf) => {
    this.takeLeaf(sequence, leaf);
  });
  private readonly snapshots: VerifiedRange['snapshots'] = [];
  private tree: CompactRange | null;
  private held: SeenRow | null = null;
  /** Rows before `held` that claim to be the same entry. */
  private rivals: SeenRow[] = [];
  private next: number;
  private rows = 0;
  private ends: { previous: string | null; hash: string | null } = { previous: null, hash: null };
  private firstRecordedAt: string | null = null;
  private recordedAt: string | null = null;

  constructor(stream: string, { from = 1, checkpointSizes = [], filtered = false, crypto }: RangeOptions = {}) {
    this.stream = stream;
    this.from = from;
    this.next = from;
    this.isFiltered = filtered;
    this.crypto = crypto ?? plainCrypto;
    this.sizes = new Set(checkpointSizes);
    this.tree = filtered ? null : new CompactRange(from - 1, this.crypto);
  }

  /** Takes rows in the order in which they are stored, as many at a time as the caller likes. */
  add(rows: Iterable<StoredRow>): void {
    for (const row of rows) {
      const seen = this.look(row);
      if (this.held !== null && seen.sequence === this.held.sequence) this.addRival(this.held);
      else if (this.held !== null) this.settle(this.chosen(this.held, seen), seen, null);
      this.held = seen;
    }
  }

  private addRival(rival: SeenRow): void {
    if (this.rivals.length < mostRivals) this.rivals.push(rival);
    else this.reportExtra(rival.sequence);
  }

  /** Of rows that claim to be the same entry the one that the row behind them was chained to, else the first. */
  private chosen(held: SeenRow, behind: SeenRow | null): SeenRow {
    if (this.rivals.length === 0) return held;
    const all = [...this.rivals, held];
    const chosen = all.find(({ computed }) => computed === behind?.entry?.previous) ?? (all[0] as SeenRow);
    for (let extra = 1; extra < all.length; extra++) this.reportExtra(chosen.sequence);
    this.rivals = [];
    return chosen;
  }

  /**
   * Ends the range.
   * @param signed what the signed head of the stream says about its last entry, where this range is the last
   */
  finish(signed: SignedEnd | null = null): VerifiedRange {
    if (this.held !== null) this.settle(this.chosen(this.held, null), null, signed);
    this.held = null;
    this.links.end();
    return {
      stream: this.stream,
      from: this.from,
      until: this.next,
      rows: this.rows,
      firstPrevious: this.ends.previous,
      lastHash: this.ends.hash,
      firstRecordedAt: this.firstRecordedAt,
      lastRecordedAt: this.recordedAt,
      nodes: this.tree?.nodes() ?? null,
      snapshots: this.snapshots,
      findings: this.list.findings,
      moreFindings: this.list.more,
    };
  }

  private look(row: StoredRow): SeenRow {
    this.rows++;
    const entry = readEntry(row.entry);
    return { row, entry, computed: leafHash(row.entry, this.crypto), sequence: entry?.sequence ?? Number.NaN };
  }

  private settle(seen: SeenRow, behind: SeenRow | null, signed: SignedEnd | null): void {
    const isKept = seen.computed === seen.row.hash;
    const stated = isKept || behind?.sequence === seen.sequence + 1 ? seen.sequence : Number.NaN;
    const place = this.isFiltered
      ? placeInFiltered(seen.sequence, this.next)
      : placeOf({ sequence: stated }, behind, this.next);
    if (place.kind === 'extra') {
      this.reportExtra(place.sequence);
      return;
    }
    if (place.sequence > this.next) this.skipMissing(place.sequence, seen);
    const { sequence } = place;
    // A row with another hash than its own is a changed one, whatever its number says.
    const isMisplaced = isKept && place.kind === 'holds-another';
    if (isMisplaced) this.list.add('entries_out_of_order', sequence, { found: seen.sequence });
    const isTrusted = this.links.add(
      { sequence, computed: seen.computed, stored: seen.row.hash, isMisplaced },
      claimOf(sequence, behind, signed),
    );
    if (isTrusted) this.checkTrusted(seen, sequence);
    if (sequence === this.from && isTrusted) this.ends.previous = seen.entry?.previous ?? null;
    this.ends.hash = isTrusted ? seen.computed : null;
    this.next = sequence + 1;
  }

  private reportExtra(sequence: number): void {
    this.list.add('entry_inserted', sequence, { after: this.next - 1 });
  }

  private checkTrusted({ row, entry }: SeenRow, sequence: number): void {
    checkContent(this.stream, sequence, row, entry, this.list);
    if (entry === null) return;
    if (sequence === 1 && entry.previous !== previousOfFirst) this.list.add('first_entry_has_previous', 1);
    if (this.recordedAt !== null && entry.recordedAt < this.recordedAt) this.list.add('clock_went_back', sequence);
    this.firstRecordedAt ??= entry.recordedAt;
    this.recordedAt = entry.recordedAt;
  }

  private skipMissing(until: number, { entry, row, computed }: SeenRow): void {
    this.links.end();
    if (this.isFiltered) return;
    const last = until - 1;
    this.list.add('entry_missing', this.next, { from: this.next, until: last, count: until - this.next });
    // The hash of a single missing entry stands in the one behind it, so the tree can still be built.
    const leaf = last === this.next && computed === row.hash && isHash(entry?.previous) ? entry.previous : null;
    this.takeLeaf(last, leaf);
  }

  private takeLeaf(sequence: number, leaf: string | null): void {
    if (leaf === null || !isHash(leaf)) this.tree = null;
    else this.tree?.addLeaf(leaf);
    if (!this.sizes.has(sequence)) return;
    const nodes: SubtreeNode[] | null = this.tree?.nodes() ?? null;
    this.snapshots.push({ size: sequence, nodes });
  }
}

/** In an export with a filter any later entry may come next. */
function placeInFiltered(sequence: number, next: number): Place {
  if (Number.isNaN(sequence)) return { kind: 'in-place', sequence: next };
  return sequence < next ? { kind: 'extra', sequence } : { kind: 'in-place', sequence };
}

function claimOf(sequence: number, behind: SeenRow | null, signed: SignedEnd | null): Claim | null {
  if (behind === null) return signed?.size === sequence ? { hash: signed.lastHash, isSound: true } : null;
  if (behind.sequence !== sequence + 1 || !isHash(behind.entry?.previous)) return null;
  return { hash: behind.entry.previous, isSound: behind.computed === behind.row.hash };
}
