import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { canonicalJson, describeIssue, sha256Hex, tableDigest, type JsonValue } from '../../../engine/index.ts';
import { exampleTable } from '../../../nodes/shared/example-tables.ts';

const textOf = (value: JsonValue): string => {
  const text = canonicalJson(value);
  if (!text.ok) throw new Error(JSON.stringify(text.issues));
  return text.value;
};
const codeOf = (value: JsonValue) => {
  const text = canonicalJson(value);
  return text.ok ? null : text.issues[0];
};

/** The number that 16 hexadecimal digits of IEEE 754 stand for. */
function double(hex: string): number {
  return new DataView(Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16)).buffer).getFloat64(
    0,
  );
}

describe('canonical JSON', () => {
  it('is what RFC 8785 shows in 3.2.2 and 3.2.3', () => {
    const value = JSON.parse(
      '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],' +
        '"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}',
    ) as JsonValue;
    expect(textOf(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('orders names by UTF-16 code units, as RFC 8785 shows in 3.2.3', () => {
    const value = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    const order = [...textOf(value).matchAll(/":"([^"]+)"/g)].map((match) => match[1]);
    expect(order).toEqual([
      'Carriage Return',
      'One',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ]);
  });

  it.each([
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['8000000000000001', '-5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['ffefffffffffffff', '-1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['c340000000000000', '-9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'],
    ['44b52d02c7e14af7', '1.0000000000000001e+23'],
    ['444b1ae4d6e2ef4e', '999999999999999700000'],
    ['444b1ae4d6e2ef4f', '999999999999999900000'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555553', '333333333.3333332'],
    ['41b3de4355555554', '333333333.33333325'],
    ['41b3de4355555555', '333333333.3333333'],
    ['41b3de4355555556', '333333333.3333334'],
    ['41b3de4355555557', '333333333.33333343'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
    ['43143ff3c1cb0959', '1424953923781206.2'],
  ])('writes the number %s of RFC 8785, appendix B, as %s', (hex, text) => {
    expect(textOf(double(hex))).toBe(text);
  });

  it('refuses what no JSON can keep, and says where', () => {
    expect(codeOf({ a: [0, double('7fffffffffffffff')] })).toMatchObject({ code: 'number_not_finite', path: ['a', 1] });
    expect(codeOf(double('7ff0000000000000'))).toMatchObject({ code: 'number_not_finite', path: [] });
    expect(codeOf({ a: 'x\ud800' })).toMatchObject({ code: 'lone_surrogate', path: ['a'] });
    expect(codeOf({ '\udead': 1 })).toMatchObject({ code: 'lone_surrogate' });
    const cyclic: JsonValue[] = [];
    cyclic.push(cyclic);
    expect(codeOf(cyclic)).toMatchObject({ code: 'document_too_deep' });
    const issue = codeOf('\ud800');
    expect(issue && describeIssue(issue)).toContain('half a character');
  });

  it('is the same for the same value in any order, reads back as that value, and is its own canonical form', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'grapheme', maxDepth: 4 }), (value) => {
        const json = JSON.parse(JSON.stringify(value)) as JsonValue;
        const text = textOf(json);
        expect(JSON.parse(text)).toEqual(json);
        expect(textOf(JSON.parse(text) as JsonValue)).toBe(text);
        expect(textOf(reversed(json))).toBe(text);
      }),
      { numRuns: 300 },
    );
  });

  it('leaves out what is undefined', () => expect(textOf({ a: undefined, b: 1 })).toBe('{"b":1}'));
});

function reversed(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member ?? null)]),
  );
}

describe('the hash', () => {
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
  ])('of "%s" is that of FIPS 180', (text, hex) => expect(sha256Hex(text)).toBe(hex));

  it('is that of Node for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        expect(sha256Hex(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
      }),
    );
  });
});

describe('the digest of a table', () => {
  it('is the same for a table read anew with its members in another order', () => {
    const other = Object.fromEntries(Object.entries(structuredClone(exampleTable)).reverse());
    expect(tableDigest(other as unknown as typeof exampleTable)).toBe(tableDigest(exampleTable));
    expect(tableDigest(exampleTable)).toMatch(/^sha256:[0-9a-f]{64}$/);
  });

  it('changes with every word of the table', () => {
    const digests = new Set([
      tableDigest(exampleTable),
      tableDigest({ ...exampleTable, version: '2' }),
      tableDigest({ ...exampleTable, owner: 'Somebody' }),
      tableDigest({ ...exampleTable, rows: exampleTable.rows.slice(1) }),
    ]);
    expect(digests.size).toBe(4);
  });

  it('does not exist for a text that is none', () => {
    expect(() => tableDigest({ ...exampleTable, name: '\ud800' })).toThrow(RangeError);
  });
});
