import { unusedName } from './feel-names.ts';

/** Ids of a document's elements, each used once. @source XML 1.0, 3.3.1 (ID), as far as dmn-moddle takes it */
export class WrittenIds {
  private readonly taken = new Set<string>(['__proto__', 'constructor', 'prototype']);
  private readonly counts = new Map<string, number>();

  /**
   * The wished id where it is an id and new; else one that is like it, or made of the fallback and a number.
   * @example claim('2026', 'row') // 'row-1'
   */
  claim(wish: string, fallback?: string): string {
    if (/^[A-Za-z_][\w.-]*$/.test(wish) && !this.taken.has(wish) && !(wish in {})) {
      this.taken.add(wish);
      return wish;
    }
    const base = fallback ?? wish.replace(/[^\w.-]+/g, '_').replace(/^(?![A-Za-z_])/, '_');
    for (;;) {
      const count = (this.counts.get(base) ?? 0) + 1;
      this.counts.set(base, count);
      const id = `${base}-${count}`;
      if (!this.taken.has(id)) return unusedName(id, this.taken, '-');
    }
  }
}
