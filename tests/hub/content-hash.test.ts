import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contentHash } from '../../hub/src/publishing/content-hash.ts';

const workflow = (parameters: object) => ({
  name: 'W',
  nodes: [
    {
      id: 'a',
      name: 'A',
      type: 't',
      typeVersion: 1,
      position: [0, 0] as [number, number],
      parameters: parameters as never,
    },
  ],
  connections: {},
});

test('does not depend on the order of members, at any depth', () => {
  const reversed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(reversed);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([key, member]) => [key, reversed(member)]),
    );
  };
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 4 })), (parameters) => {
      expect(contentHash(workflow(reversed(parameters) as object))).toBe(contentHash(workflow(parameters)));
    }),
  );
});

test.each([
  ['a value', { a: 2 }],
  ['a type', { a: '1' }],
  ['a new member', { a: 1, b: null }],
  ['a list for a value', { a: [1] }],
])('depends on %s', (_, parameters) => {
  expect(contentHash(workflow(parameters))).not.toBe(contentHash(workflow({ a: 1 })));
});

test('depends on the order of lists', () => {
  expect(contentHash(workflow({ a: [1, 2] }))).not.toBe(contentHash(workflow({ a: [2, 1] })));
});
