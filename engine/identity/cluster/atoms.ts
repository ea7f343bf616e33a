import type { PairAnswer } from './cluster-options.ts';
import { UnionFind } from './union-find.ts';

/** What persons said, in a form that clustering follows. */
export interface Atoms {
  /** Records that persons joined are one set. */
  sets: UnionFind;
  /** Roots that a person keeps apart, either way round. */
  apart: ReadonlyMap<number, ReadonlySet<number>>;
  /** `same` answers that were not followed. */
  contradicted: readonly PairAnswer[];
}

/**
 * Joins what persons said is the same. Where answers contradict one another, those that say "not the same" win, because a wrong
 * merge does more harm than a missed one.
 * @param count of records
 * @param answers in any order
 * @param rank by record
 */
export function atomsOf(count: number, answers: readonly PairAnswer[], rank: Int32Array): Atoms {
  const sets = new UnionFind(answers.length === 0 ? 0 : count);
  if (answers.length === 0) return { sets, apart: new Map(), contradicted: [] };
  const different = answers.filter((answer) => !answer.same);
  const contradicted: PairAnswer[] = [];
  const apart = new Map<number, Set<number>>();
  const keep = (a: number, b: number): void => {
    apart.set(a, (apart.get(a) ?? new Set()).add(b));
    apart.set(b, (apart.get(b) ?? new Set()).add(a));
  };
  for (const { left, right } of different) keep(left, right);
  for (const answer of inOrder(answers, rank)) {
    const [a, b] = [sets.root(answer.left), sets.root(answer.right)];
    if (a === b) continue;
    if (apart.get(a)?.has(b) === true) {
      contradicted.push(answer);
      continue;
    }
    const [root, gone] = a < b ? [a, b] : [b, a];
    sets.join(a, b);
    for (const other of apart.get(gone) ?? []) {
      apart.get(other)?.delete(gone);
      keep(root, other);
    }
    apart.delete(gone);
  }
  return { sets, apart, contradicted };
}

/** Those that say "same", in an order that does not depend on how they came. */
function inOrder(answers: readonly PairAnswer[], rank: Int32Array): PairAnswer[] {
  const place = (record: number): number => rank[record] ?? record;
  const low = ({ left, right }: PairAnswer): number => Math.min(place(left), place(right));
  const high = ({ left, right }: PairAnswer): number => Math.max(place(left), place(right));
  return answers
    .filter((answer) => answer.same)
    .sort((first, second) => low(first) - low(second) || high(first) - high(second));
}
