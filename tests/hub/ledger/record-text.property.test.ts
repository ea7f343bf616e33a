import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  canonicalJson,
  entryText,
  inputsByName,
  leafHash,
  type DecisionRecord,
  type EventRecord,
  type JsonValue,
  type LedgerEntry,
  type LedgerRecord,
} from '../../../engine/index.ts';
import { canonicalText } from '../../../hub/src/ledger/canonical-text.ts';
import { pendingEvent } from '../../../hub/src/ledger/ledger.events.ts';
import { nodeCrypto } from '../../../hub/src/ledger/node-crypto.ts';
import { inputShapeOf, inputsText } from '../../../hub/src/ledger/inputs-text.ts';
import { decisionStart, entryTextOf, sourceText } from '../../../hub/src/ledger/record-text.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 20 });
const anyJson = fc.jsonValue() as fc.Arbitrary<JsonValue>;
const moment = fc
  .date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) })
  .map((date) => date.toISOString());
const ref = fc.stringMatching(/^s_[A-Za-z0-9_-]{22}$/);
const members = fc.dictionary(text, anyJson, { noNullPrototype: true }) as fc.Arbitrary<Record<string, JsonValue>>;

const decisionRecord: fc.Arbitrary<DecisionRecord> = fc.record({
  kind: fc.constant('decision' as const),
  key: text,
  decidedAt: moment,
  day: fc.option(fc.constant('2026-11-22')),
  subject: ref,
  journey: fc.option(fc.record({ id: text, name: text })),
  step: text,
  execution: fc.option(text),
  by: fc.record({ kind: fc.constantFrom('rules' as const, 'person' as const), name: text }),
  decision: fc.record({
    kind: fc.constant('table' as const),
    outcome: anyJson,
    reasons: fc.array(fc.record({ row: text, text, source: text }, { requiredKeys: ['row', 'text'] })),
    ruleId: fc.option(text),
    matched: fc.array(text),
    tableId: text,
    tableVersion: text,
    tableDigest: text,
  }),
});

const eventRecord: fc.Arbitrary<EventRecord> = fc.record({
  kind: fc.constantFrom('export' as const, 'erasure' as const),
  key: text,
  decidedAt: moment,
  subject: fc.option(ref),
  actor: fc.option(fc.record({ id: text, name: text })),
  reason: fc.option(text),
  details: members,
});

const placed = fc.record({
  stream: fc.constantFrom('decisions', 'a-1'),
  sequence: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
  previous: fc.stringMatching(/^[0-9a-f]{64}$/),
  recordedAt: moment,
  recordedBy: text,
  sealed: fc.option(fc.stringMatching(/^[A-Za-z0-9_-]{40,60}$/)),
});

function startOf(record: LedgerRecord): string {
  if (record.kind !== 'decision') {
    const { kind, key, decidedAt: at, actor, subject, reason, details } = record;
    return pendingEvent({ key, kind, at, actor, subject, reason, details }, 'hub').records[0]?.recordStart ?? '';
  }
  const decision = canonicalJson(record.decision as unknown as JsonValue);
  if (!decision.ok) throw new Error('the decision has no canonical text');
  const { key, decidedAt, day } = record;
  return decisionStart({ source: sourceText(record), decision: decision.value, key, decidedAt, day });
}

test('an entry put together from its pieces is the canonical JSON of the entry', () => {
  fc.assert(
    fc.property(placed, fc.oneof(decisionRecord, eventRecord), ({ sealed, ...place }, record) => {
      const entry: LedgerEntry = { v: 1, ...place, record, ...(sealed !== null && { sealed }) };
      const canonical = entryText(entry);
      const recordedBy = JSON.stringify(place.recordedBy);
      const assembled = entryTextOf({
        ...place,
        recordedBy,
        recordStart: startOf(record),
        subject: record.subject,
        sealed,
      });
      expect(canonical).toEqual({ ok: true, value: assembled });
      expect(leafHash(assembled, nodeCrypto)).toBe(leafHash(assembled));
    }),
    { numRuns: 300 },
  );
});

const brokenText = fc
  .string({ unit: 'binary', maxLength: 10 })
  .chain((one) => fc.constantFrom(one, `${one}\ud83d`, '\\ud83d', '\\'));
const awkwardJson = fc
  .jsonValue({ depthSize: 'medium' })
  .chain((value) =>
    fc
      .tuple(brokenText, fc.double(), fc.nat(200))
      .map(([key, number, index]) => ({ [key]: value, [index]: number, b: [key] })),
  ) as unknown as fc.Arbitrary<JsonValue>;

test('the quick way to canonical JSON gives what the engine gives, refusals included', () => {
  fc.assert(
    fc.property(fc.oneof(anyJson, awkwardJson), (value) => {
      const [quick, slow] = [canonicalText(value), canonicalJson(value)];
      expect(quick).toEqual(slow.ok ? { ok: true, text: slow.value } : { ok: false, issue: slow.issues[0] });
    }),
    { numRuns: 1000 },
  );
});

const inputName = fc.oneof(text, fc.constantFrom('__proto__', 'constructor', '10', '9', 'b', 'a', ''));
const namesAndValues = fc
  .uniqueArray(inputName, { maxLength: 12 })
  .chain((names) =>
    fc.tuple(
      fc.constant(names),
      fc.array(fc.oneof(anyJson, awkwardJson), { minLength: names.length, maxLength: names.length }),
    ),
  );

test('inputs put together from names and values are the canonical JSON of the object, refusals included', () => {
  fc.assert(
    fc.property(namesAndValues, ([names, values]) => {
      const shape = inputShapeOf(names);
      if (shape === null) throw new Error('no name stands there twice');
      const written = inputsText(shape, values);
      const whole = canonicalJson(inputsByName(names, values));
      if (whole.ok) expect(written).toEqual({ ok: true, text: whole.value });
      else expect(written).toMatchObject({ ok: false, issue: { code: whole.issues[0]?.code } });
    }),
    { numRuns: 500 },
  );
});

test('a shape holds no name twice', () => {
  expect(inputShapeOf(['__proto__', 'a', '__proto__'])).toBeNull();
});
