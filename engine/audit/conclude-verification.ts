import { plainCrypto, type AuditCrypto } from './audit-crypto.ts';
import type { Checkpoint, SigningKey, StreamHead } from './checkpoint.ts';
import { CompactRange, type SubtreeNode } from './compact-range.ts';
import { FindingList } from './finding-list.ts';
import { signingKeyId, verifyCheckpoint, verifyHead } from './signed-text.ts';
import type { VerificationReport, VerifiedRange } from './verification.ts';

/** What a stream is held against. */
export interface VerificationGrounds {
  /** The hub's public keys. Whose they are a report cannot say: compare `signedBy`. */
  keys: readonly SigningKey[];
  /** Null: there is none, although there should be; left out: none is known, as in an export of a part. */
  head?: StreamHead | null;
  /** The stream's own. */
  checkpoints?: readonly Checkpoint[];
  /** Those that somebody kept apart from the ledger: what shows an older backup. */
  kept?: readonly Checkpoint[];
  /** Rows were left out on purpose: only those that are there are verified. @default false */
  filtered?: boolean;
  crypto?: AuditCrypto;
}

/**
 * Puts the verified parts of a stream together, and holds them against what was signed.
 * @param stream its name
 * @param ranges from `RangeVerifier`, neighbours in order, the first from entry 1
 * @param grounds keys, head, checkpoints
 * @returns the report. Codes besides those of rows: `chain_broken`, `entry_missing` and `clock_went_back` between parts;
 *   `head_missing`, `head_key_unknown`, `head_signature_wrong`, `tail_missing`, `entries_beyond_head`; `checkpoint_key_unknown`,
 *   `checkpoint_signature_wrong`, `checkpoint_key_retired`, `checkpoint_of_other_stream`, `checkpoint_root_differs`,
 *   `checkpoint_not_announced`; `older_than_checkpoint`
 * @example concludeVerification('decisions', [first, second], { keys, head, checkpoints })
 */
export function concludeVerification(
  stream: string,
  ranges: readonly VerifiedRange[],
  grounds: VerificationGrounds,
): VerificationReport {
  const conclusion = new Conclusion(stream, grounds);
  for (const range of ranges) conclusion.join(range);
  return conclusion.report();
}

class Conclusion {
  private readonly stream: string;
  private readonly grounds: VerificationGrounds;
  private readonly crypto: AuditCrypto;
  private readonly list = new FindingList();
  private readonly roots = new Map<number, string | null>();
  private readonly signers = new Map<string, SigningKey>();
  /** Keys by id; a key under another id than its own is none. */
  private readonly keys: ReadonlyMap<string, SigningKey>;
  private tree: CompactRange | null;
  private last: VerifiedRange | null = null;
  private next = 1;
  private rows = 0;

  constructor(stream: string, grounds: VerificationGrounds) {
    this.stream = stream;
    this.grounds = grounds;
    this.crypto = grounds.crypto ?? plainCrypto;
    this.tree = grounds.filtered === true ? null : new CompactRange(0, this.crypto);
    this.keys = new Map(
      grounds.keys.filter(({ id, publicKey }) => signingKeyId(publicKey) === id).map((key) => [key.id, key]),
    );
  }

  join(range: VerifiedRange): void {
    this.rows += range.rows;
    const { from, until } = range;
    if (from > this.next && this.grounds.filtered !== true) {
      this.list.add('entry_missing', this.next, { from: this.next, until: from - 1, count: from - this.next });
      this.tree = null;
    } else this.checkJoint(range);
    this.list.addAll(range.findings, range.moreFindings);
    for (const { size, nodes } of range.snapshots) this.roots.set(size, rootOver(this.tree, nodes, this.crypto));
    this.tree = joined(this.tree, range.nodes);
    if (until > from) this.last = range;
    this.next = until;
  }

  private checkJoint({ firstPrevious, firstRecordedAt, from }: VerifiedRange): void {
    if (this.last === null) return;
    const { lastHash, lastRecordedAt } = this.last;
    if (lastHash !== null && firstPrevious !== null && lastHash !== firstPrevious) {
      this.list.add('chain_broken', from - 1, { next: from });
    }
    if (lastRecordedAt !== null && firstRecordedAt !== null && firstRecordedAt < lastRecordedAt) {
      this.list.add('clock_went_back', from);
    }
  }

  report(): VerificationReport {
    const root = this.tree?.root() ?? null;
    this.roots.set(this.next - 1, root);
    const head = this.checkHead();
    const checkpoints = this.checkCheckpoints();
    this.checkKept();
    return {
      stream: this.stream,
      entries: this.rows,
      ok: this.list.findings.length === 0,
      findings: this.list.findings,
      moreFindings: this.list.more,
      head,
      checkpoints,
      signedBy: [...this.signers.values()],
      root,
    };
  }

  private checkHead(): VerificationReport['head'] {
    const { head, filtered } = this.grounds;
    const size = this.next - 1;
    if (head === undefined || head === null) {
      if (head === null && size > 0) this.list.add('head_missing', null, { size });
      return 'missing';
    }
    const key = this.keys.get(head.keyId);
    if (key === undefined || head.stream !== this.stream || !verifyHead(head, key, this.crypto)) {
      const code = key === undefined ? 'head_key_unknown' : 'head_signature_wrong';
      this.list.add(code, head.size, { keyId: head.keyId });
      return 'wrong';
    }
    this.signers.set(key.id, key);
    if (filtered === true) return 'signed';
    if (size < head.size) this.list.add('tail_missing', size + 1, missingTail(size, head.size));
    if (size > head.size)
      this.list.add('entries_beyond_head', head.size + 1, { count: size - head.size, size: head.size });
    const lastHash = this.last?.lastHash ?? null;
    const isKnown = this.list.findings.some(({ sequence }) => sequence === size);
    if (size === head.size && lastHash !== null && lastHash !== head.lastHash && !isKnown) {
      this.list.add('chain_broken', size, { next: null });
    }
    return 'signed';
  }

  private checkCheckpoints(): number {
    const checkpoints = this.grounds.checkpoints ?? [];
    let isCut = this.list.findings.some(({ code }) => code === 'tail_missing');
    let holding = 0;
    for (const checkpoint of checkpoints) {
      if (!this.isSigned(checkpoint)) continue;
      const { size } = checkpoint;
      if (size >= this.next && this.grounds.filtered !== true) {
        if (!isCut) this.list.add('tail_missing', this.next, missingTail(this.next - 1, size));
        isCut = true;
      } else if (this.hasRoot(checkpoint)) holding++;
    }
    return holding;
  }

  private checkKept(): void {
    for (const checkpoint of this.grounds.kept ?? []) {
      if (!this.isSigned(checkpoint)) continue;
      const { size, at } = checkpoint;
      if (this.grounds.filtered === true) continue;
      if (size >= this.next) this.list.add('older_than_checkpoint', this.next, { size, at, entries: this.next - 1 });
      else this.hasRoot(checkpoint);
    }
  }

  private isSigned(checkpoint: Checkpoint): boolean {
    const { stream, size, keyId, at } = checkpoint;
    const key = this.keys.get(keyId);
    const code =
      key === undefined
        ? 'checkpoint_key_unknown'
        : !verifyCheckpoint(checkpoint, key, this.crypto)
          ? 'checkpoint_signature_wrong'
          : stream !== this.stream
            ? 'checkpoint_of_other_stream'
            : key.retiredAt !== null && at > key.retiredAt
              ? 'checkpoint_key_retired'
              : null;
    if (code !== null) this.list.add(code, size, { size, keyId, at, stream });
    else if (key !== undefined) this.signers.set(key.id, key);
    return code === null;
  }

  private hasRoot({ size, root, at }: Checkpoint): boolean {
    if (this.grounds.filtered === true) return true;
    const own = this.roots.get(size);
    if (own === undefined) this.list.add('checkpoint_not_announced', size, { size, at });
    // Null: entries before it are missing, which was found already.
    else if (own !== null && own !== root) this.list.add('checkpoint_root_differs', size, { size, at });
    return own === root;
  }
}

function missingTail(from: number, until: number): Record<string, number> {
  return { from: from + 1, until, count: until - from };
}

function joined(left: CompactRange | null, nodes: readonly SubtreeNode[] | null): CompactRange | null {
  if (left === null || nodes === null) return null;
  for (const node of nodes) left.add(node);
  return left;
}

function rootOver(left: CompactRange | null, nodes: readonly SubtreeNode[] | null, crypto: AuditCrypto): string | null {
  if (left === null || nodes === null) return null;
  const range = new CompactRange(0, crypto);
  for (const node of [...left.nodes(), ...nodes]) range.add(node);
  return range.root();
}
