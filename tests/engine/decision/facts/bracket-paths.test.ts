import { describe, expect, it } from 'vitest';
import { decideTable, itemIsFacts, readPath } from '../../../../engine/index.ts';

const item = {
  items: [{ sku: 'A-1', 'unit.price': 5 }],
  'first name': 'Ada',
  'tags[]': ['x'],
  'a[b': 1,
  order: { 'gift note': 'hello', '': 2 },
};

describe('paths as n8n writes them when a field is dragged into a setting', () => {
  it.each([
    ['items[0].sku', 'A-1'],
    ["items[0]['sku']", 'A-1'],
    ['items[0]["unit.price"]', 5],
    ["['first name']", 'Ada'],
    ['first name', 'Ada'],
    ["order['gift note']", 'hello'],
    ['tags[].0', 'x'],
    ['a[b', 1],
  ])('%s is found', (path, value) => {
    expect(readPath(item, path)).toEqual(value);
  });

  it.each(["['__proto__']", "order['constructor']", "order['']", 'items[1].sku', 'items[-1]', 'items[0]sku', '[]'])(
    '%s reaches nothing',
    (path) => {
      expect(readPath(item, path)).toBeUndefined();
    },
  );

  it('two ways that look alike when joined by dots stay apart', () => {
    const input = (id: string, path: string) => ({ id, name: id, path, type: 'number' as const });
    const table = {
      schemaVersion: 1 as const,
      id: 'apart',
      name: 'Apart',
      version: '1',
      hitPolicy: 'first' as const,
      inputs: [input('dotted', "['unit.price'].net"), input('nested', 'unit.price.net')],
      outputs: [{ id: 'found', name: 'Found', type: 'boolean' as const }],
      rows: [{ id: 'both', when: { dotted: '1', nested: '2' }, then: { found: true } }],
    };
    const facts = { 'unit.price': { net: 1 }, unit: { price: { net: 2 } } };
    expect(decideTable(table, facts, itemIsFacts)).toMatchObject({ value: { outcome: { found: true } } });
  });
});
