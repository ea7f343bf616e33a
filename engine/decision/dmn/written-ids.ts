import { TakenNames } from './taken-names.ts';

/** Ids of a document's elements, each used once. @source XML 1.0, 3.3.1 (ID), as far as dmn-moddle takes it */
export class WrittenIds {
  private readonly taken = new TakenNames(Object.getOwnPropertyNames(Object.prototype));

  /**
   * The wished id where it is an id and new; else one that is like it, or made of the fallback and a number.
   * @example claim('2026', 'row-1') // 'row-1'
   */
  claim(wish: string, fallback = wish): string {
    const isNew = /^[A-Za-z_][\w.-]*$/.test(wish) && !this.taken.has(wish);
    const base = isNew ? wish : fallback.replace(/[^\w.-]+/g, '_').replace(/^(?![A-Za-z_])/, '_');
    return this.taken.claim(base, '-');
  }
}
