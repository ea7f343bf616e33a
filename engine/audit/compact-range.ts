import { plainCrypto, type AuditCrypto } from './audit-crypto.ts';
import { nodeHash } from './node-hash.ts';

/** A complete subtree: it covers `2 ** level` leaves from the leaf `index * 2 ** level` on. */
export interface SubtreeNode {
  level: number;
  index: number;
  hash: string;
}

/** The root of the tree without leaves: SHA-256 of nothing. @source RFC 6962, 2.1 */
export const emptyRoot = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

/**
 * The fewest complete subtrees that cover neighbouring leaves: all that has to be kept of them to go on building the tree,
 * or to join it with what stands left and right. Some 2 × log₂ of their number.
 * @example const range = new CompactRange(); range.addLeaf(leafHash('a')); range.root() // the leaf's hash
 * @source RFC 6962, 2.1; the idea of compact ranges is that of Trillian (transparency-dev/merkle, docs/compact_ranges.md)
 */
export class CompactRange {
  /** Left to right; no two neighbours are the halves of one subtree. */
  private readonly held: SubtreeNode[] = [];
  private next: number;
  private readonly crypto: AuditCrypto;

  /** @param from index of the first leaf */
  constructor(from = 0, crypto: AuditCrypto = plainCrypto) {
    this.next = from;
    this.crypto = crypto;
  }

  /** Index of the leaf that comes next. */
  get until(): number {
    return this.next;
  }

  addLeaf(hash: string): void {
    this.add({ level: 0, index: this.next, hash });
  }

  /** Adds the subtree that stands right behind; RangeError for any other. */
  add(node: SubtreeNode): void {
    if (node.index * 2 ** node.level !== this.next) throw new RangeError('the subtree does not stand right behind');
    this.next += 2 ** node.level;
    let joined = node;
    for (let last = this.held.at(-1); last !== undefined; last = this.held.at(-1)) {
      if (last.level !== joined.level || last.index % 2 !== 0 || last.index + 1 !== joined.index) break;
      this.held.pop();
      joined = {
        level: joined.level + 1,
        index: last.index / 2,
        hash: nodeHash(last.hash, joined.hash, this.crypto),
      };
    }
    this.held.push(joined);
  }

  /** The subtrees, left to right. */
  nodes(): SubtreeNode[] {
    return [...this.held];
  }

  /** The root of the tree over these leaves; it is that of a stream where the range begins at its first entry. */
  root(): string {
    let root: string | null = null;
    for (const { hash } of this.held.toReversed()) root = root === null ? hash : nodeHash(hash, root, this.crypto);
    return root ?? emptyRoot;
  }
}
