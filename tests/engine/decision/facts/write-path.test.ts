import '../../../property-seed.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPath, writePath, type JsonObject } from '../../../../engine/index.ts';

const pathOf = (...segments: string[]) =>
  fc.array(fc.constantFrom(...segments), { minLength: 1, maxLength: 5 }).map((path) => path.join('.'));

describe('a value that is written at a path', () => {
  test('is read there again, through lists that it makes', () => {
    fc.assert(
      fc.property(pathOf('a', 'b', '0', '1', '7'), (path) => {
        const facts: JsonObject = {};
        writePath(facts, path, 'here');
        expect(readPath(facts, path)).toBe('here');
      }),
    );
  });

  test('is read there again, whatever was written before it', () => {
    fc.assert(
      fc.property(fc.array(pathOf('a', 'b', 'c'), { maxLength: 6 }), pathOf('a', 'b', 'c'), (before, path) => {
        const facts: JsonObject = {};
        for (const [index, other] of before.entries()) writePath(facts, other, index);
        writePath(facts, path, 'here');
        expect(readPath(facts, path)).toBe('here');
      }),
    );
  });

  test.each([
    ['order.amount', { order: { amount: 1 } }],
    ['items.1.sku', { items: [null, { sku: 1 }] }],
    ["items[0]['unit.price']", { items: [{ 'unit.price': 1 }] }],
    ['0', { 0: 1 }],
  ])('makes what %s leads through', (path, facts) => {
    const made = {};
    writePath(made, path, 1);
    expect(made).toEqual(facts);
  });

  test('replaces what stands in its way, and leaves the rest', () => {
    const facts: JsonObject = { order: 5, tags: ['a', 'b'], list: [1, 2, 3] };
    writePath(facts, 'order.amount', 1);
    writePath(facts, 'tags.0', 'c');
    expect(facts).toEqual({ order: { amount: 1 }, tags: ['c', 'b'], list: [1, 2, 3] });
  });

  test.each(['', '__proto__.polluted', 'constructor', 'a..b', 'list.name', 'list.1000000000'])(
    'is not written at %j, which reaches nothing',
    (path) => {
      const facts = { list: [1] };
      writePath(facts, path, 1);
      expect(facts).toEqual({ list: [1] });
      expect(({} as JsonObject)['polluted']).toBeUndefined();
    },
  );
});
