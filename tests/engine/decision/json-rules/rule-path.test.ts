import fc from 'fast-check';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { parseRulePath, readRulePath } from '../../../../engine/decision/json-rules/rule-path.ts';
import type { JsonValue } from '../../../../engine/index.ts';
import { oddPaths } from './rule-set-arbitraries.ts';

const nearEngine = createRequire(createRequire(import.meta.url).resolve('json-rules-engine'));
const { JSONPath } = nearEngine('jsonpath-plus') as {
  JSONPath: (options: { path: string; json: JsonValue; wrap: boolean }) => unknown;
};

const fact: JsonValue = {
  x: { y: [1, 2, { x: 'deep' }], 'a b': 1, length: 3, '*': 'star', '..': 'dots', $: 'dollar' },
  list: [{ x: 1, y: 'text' }, { x: null }, [0, [1, 2]], 'text'],
  'x.y': 'dotted',
  'x,y': 'comma',
  y: '',
  z: false,
  0: 'zero',
  '`x': 'tick',
};

function ours(json: JsonValue, path: string): unknown {
  const parsed = parseRulePath(path);
  if (!parsed.ok) throw new Error(`${path}: ${parsed.code}`);
  return readRulePath(json, parsed.value);
}

describe('a path inside of a fact', () => {
  test.each(oddPaths)('%s finds what jsonpath-plus finds', (path) => {
    expect(ours(fact, path)).toStrictEqual(JSONPath({ path, json: fact, wrap: false }));
  });

  test('made of random pieces finds what jsonpath-plus finds, or is refused', () => {
    const pieces = [
      '$',
      '.',
      '..',
      '.x',
      '.y',
      '.list',
      '[0]',
      '[',
      ']',
      '0',
      "['",
      "']",
      '["',
      '"]',
      '*',
      '[*]',
    ].concat(
      [
        ',',
        ':',
        '-1',
        '[1:]',
        '[::2]',
        "'",
        '"',
        '`',
        '~',
        '^',
        '@',
        '@string()',
        '(',
        ')',
        '?(',
        '#1',
        ' ',
        'length',
        'a b',
      ],
      ['%@%', ';', 'x', 'y', 'z', 'list', '[?(@.x)]', '[(@.length-1)]', '$.', 'x.y', 'x,y', '\n', 'é', 'constructor'],
    );
    const json = fc.oneof(
      fc.constant(fact),
      fc.constant([fact, [fact]] as unknown as JsonValue),
      fc.constant<JsonValue>([{ x: [{ x: 1 }, { x: 2 }] }, 'text', null, 5]),
    );
    let read = 0;
    fc.assert(
      fc.property(json, fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 7 }), (value, parts) => {
        const path = parts.join('');
        const parsed = parseRulePath(path);
        if (!parsed.ok) return;
        expect(readRulePath(value, parsed.value)).toStrictEqual(JSONPath({ path, json: value, wrap: false }));
        read += 1;
      }),
      { numRuns: 20_000 },
    );
    expect(read).toBeGreaterThan(10_000);
  });

  test('that is no object is the fact itself, whatever the path', () => {
    for (const plain of ['text', 5, true, null, undefined]) expect(ours(plain as JsonValue, '$.a')).toBe(plain);
  });

  test.each([
    ['$.list[?(@.x == 1)]', 'path_runs_code'],
    ['$.list[(@.length - 1)]', 'path_runs_code'],
    ["$..[?(@.constructor.constructor('return process')())]", 'path_runs_code'],
    ['$.list[0,(@.length - 1)]', 'path_runs_code'],
    ['$.(x)', 'path_runs_code'],
    ['$.x@string()', 'path_not_run'],
    ['$.x^', 'path_not_run'],
    ['$.x~', 'path_not_run'],
    ['$.x#0', 'path_not_run'],
    ['$..x..y', 'path_not_run'],
    [`$${'[a,b]'.repeat(11)}`, 'path_not_run'],
    ['constructor', 'path_unsafe'],
    ['__proto__', 'path_unsafe'],
    [`$${'.x'.repeat(600)}`, 'path_too_long'],
  ])('%s is refused: %s', (path, code) => {
    expect(parseRulePath(path)).toEqual({ ok: false, code });
  });

  test('never leads into the machinery of the language', () => {
    for (const path of ['$.__proto__', '$.constructor', '$.x.constructor.constructor', '$.list.push', '$..__proto__']) {
      expect(ours(fact, path)).toBeUndefined();
    }
  });
});
