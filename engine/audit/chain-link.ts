import type { FindingList } from './finding-list.ts';

/** A row in its place, held against the row that follows it. */
export interface PlacedRow {
  sequence: number;
  /** Hash of the text. */
  computed: string;
  /** Hash that is kept beside it. */
  stored: string;
  /** The row holds another entry than its place says; that was found already. */
  isMisplaced: boolean;
}

/** What the row behind says about a row. */
export interface Claim {
  /** What it names as the hash of the entry before. */
  hash: string;
  /** Its own text and hash agree. */
  isSound: boolean;
}

/** The hash that an entry had when it was recorded, as far as the rows tell; null when they do not. */
type TakeLeaf = (sequence: number, leaf: string | null) => void;

interface Suspect {
  sequence: number;
  computed: string;
  claimed: string;
}

/** Rows in a row that all deny one another; more are no puzzle any more. chosen: 32. */
const longestDispute = 32;

/**
 * Finds the rows that are not what was recorded, by what the rows behind them say. A row whose text has another hash than
 * the one kept beside it was changed. Where a row names another hash for the row before it, one of the two was put in
 * place of another: the row before, unless the accuser itself is denied by the row behind it.
 */
export class ChainLinks {
  private readonly findings: FindingList;
  private readonly takeLeaf: TakeLeaf;
  /** Neighbours that are denied by their followers, until one follows that is not. */
  private dispute: Suspect[] = [];

  constructor(findings: FindingList, takeLeaf: TakeLeaf) {
    this.findings = findings;
    this.takeLeaf = takeLeaf;
  }

  /**
   * Takes the next row.
   * @param claim null when no row stands right behind
   * @returns true when nothing speaks against the row, or not yet
   */
  add(row: PlacedRow, claim: Claim | null): boolean {
    const { sequence, computed, stored } = row;
    const isKept = computed === stored;
    if (row.isMisplaced || (!isKept && claim?.hash !== computed)) {
      if (!row.isMisplaced) this.findings.add('entry_changed', sequence);
      this.settle(false);
      this.takeLeaf(sequence, claim?.hash ?? (row.isMisplaced ? null : stored));
      return false;
    }
    if (!isKept) this.findings.add('column_differs', sequence, { column: 'hash' });
    if (claim === null || claim.hash === computed || !claim.isSound) {
      this.settle(true);
      this.takeLeaf(sequence, computed);
      return true;
    }
    this.dispute.push({ sequence, computed, claimed: claim.hash });
    if (this.dispute.length >= longestDispute) this.settleAll();
    return true;
  }

  /** @param isSound whether the row behind the dispute, its last accuser, is what was recorded */
  private settle(isSound: boolean): void {
    if (this.dispute.length === 0) return;
    const guilty = new Set<Suspect>();
    let accuserIsSound = isSound;
    for (const suspect of this.dispute.toReversed()) {
      if (accuserIsSound) guilty.add(suspect);
      accuserIsSound = !accuserIsSound;
    }
    this.close((suspect) => guilty.has(suspect));
  }

  private settleAll(): void {
    this.close(() => true);
  }

  private close(isGuilty: (suspect: Suspect) => boolean): void {
    for (const suspect of this.dispute) {
      const { sequence, computed, claimed } = suspect;
      if (isGuilty(suspect)) this.findings.add('chain_broken', sequence, { next: sequence + 1 });
      this.takeLeaf(sequence, isGuilty(suspect) ? claimed : computed);
    }
    this.dispute = [];
  }

  /** Ends the chain here: entries are missing behind, or there are no more. */
  end(): void {
    this.settle(true);
  }
}
