import { scorePair } from '../../identity/compare/score-pair.ts';
import { normalizeRecord } from '../../identity/fields/normalize-record.ts';
import type { NormalizeOptions } from '../../identity/model/identity-record.ts';
import type { SourceRecord } from '../../identity/model/golden-record.ts';
import type { ResolvedPair } from '../../identity/model/grouping.ts';
import { customerRecord } from '../../identity/resolve/customer-record.ts';
import { questionOf, notComparedOf, reasonsOf } from '../../identity/resolve/reasons-of.ts';
import type { Resolved } from '../../identity/resolve/resolve-options.ts';
import { resolveRecords } from '../../identity/resolve/resolve-records.ts';
import type { JsonObject } from '../../json.ts';
import { chosenModel } from './chosen-model.ts';
import { identityPorts, sentItem, type IdentityOutcome, type IdentityResult } from './identity-result.ts';
import type { IdentitySetting } from './identity-setting.ts';
import { identityRecordOf, readRecords, recordAt, recordsAt, type ReadRecord } from './read-records.ts';

/**
 * Groups the records of a batch into customers.
 *
 * `recordsFrom: 'items'`: one item goes on per profile, that of its first record; `from` names the items of all its records.
 * `recordsFrom: 'list'`: each item is resolved by itself and goes on. A profile that may be the same customer as another one
 * leaves through `ask`, with the question.
 * @param items as they came
 * @param stepName under which the decision is noted in the item
 * @param setting that `checkIdentitySetting` finds nothing wrong with
 * @returns one outcome per item, in order
 */
export function groupRecords(
  items: readonly JsonObject[],
  stepName: string,
  setting: IdentitySetting,
): IdentityOutcome[] {
  return setting.recordsFrom === 'list'
    ? items.map((item, at) => groupList(item, at, stepName, setting))
    : groupItems(items, stepName, setting);
}

function groupItems(items: readonly JsonObject[], stepName: string, setting: IdentitySetting): IdentityOutcome[] {
  const outcomes: IdentityOutcome[] = items.map(() => ({ kind: 'merged' }));
  const objects: JsonObject[] = [];
  const places: number[] = [];
  items.forEach((item, at) => {
    const object = recordAt(item, setting.dataField);
    if (!object.ok) outcomes[at] = { kind: 'error', issues: object.issues };
    else {
      objects.push(object.value);
      places.push(at);
    }
  });
  const records = readRecords(objects, setting, 'item');
  if (!records.ok) {
    for (const at of places) outcomes[at] = { kind: 'error', issues: records.issues };
    return outcomes;
  }
  const batch = new Batch(records.value, setting);
  batch.profiles.forEach((_members, profile) => {
    const { result, members } = batch.resultOf(profile);
    const from = members.map((record) => places[record] ?? 0);
    const first = from[0] ?? 0;
    outcomes[first] = sentItem(items[first] ?? {}, stepName, result, {
      port: identityPorts.group[result.decision === 'ask' ? 1 : 0],
      outcome: { decision: result.decision, records: members.length, profiles: 1 },
      from,
      model: batch.model,
    });
  });
  return outcomes;
}

function groupList(item: JsonObject, at: number, stepName: string, setting: IdentitySetting): IdentityOutcome {
  const objects = recordsAt(item, setting.listField);
  if (!objects.ok) return { kind: 'error', issues: objects.issues };
  const records = readRecords(objects.value, setting);
  if (!records.ok) return { kind: 'error', issues: records.issues };
  const batch = new Batch(records.value, setting);
  const all = batch.profiles.map((_members, profile) => batch.resultOf(profile).result);
  const doubtful = all.find(({ decision }) => decision === 'ask');
  const shown = doubtful ?? all[0] ?? batch.nobody();
  const result: IdentityResult = {
    ...shown,
    profiles: [shown, ...all.filter((one) => one !== shown)].flatMap(
      ({ profileId, probability, golden, records: own }) =>
        profileId === null || golden === undefined || own === undefined
          ? []
          : [{ profileId, probability, golden, records: own }],
    ),
  };
  return sentItem(item, stepName, result, {
    port: identityPorts.group[doubtful === undefined ? 0 : 1],
    outcome: { decision: result.decision, records: records.value.length, profiles: all.length },
    from: [at],
    model: batch.model,
  });
}

/** Records resolved with one another, and what is said of each profile. */
class Batch {
  readonly model: { id: string; version: string };
  readonly profiles: Resolved['profiles'];
  readonly #records: readonly ReadRecord[];
  readonly #resolved: Resolved;
  readonly #region: NormalizeOptions;
  /** By profile: the likeliest pair that a person is asked about, and the least likely one inside. */
  readonly #doubts = new Map<number, ResolvedPair>();
  readonly #weakest = new Map<number, ResolvedPair>();

  constructor(records: readonly ReadRecord[], setting: IdentitySetting) {
    this.#records = records;
    this.#region = setting.region === '' ? {} : { region: setting.region.toUpperCase() };
    const { model, fit } = chosenModel(setting);
    this.#resolved = resolveRecords(records.map(identityRecordOf), model, { ...this.#region, fit });
    const { id, version } = this.#resolved.model;
    this.model = { id, version };
    this.profiles = this.#resolved.profiles;
    for (const pair of this.#resolved.pairs) {
      const [left, right] = [this.#resolved.profileOf[pair.left] ?? 0, this.#resolved.profileOf[pair.right] ?? 0];
      if (pair.zone === 'same') this.#weakest.set(left, pair);
      else {
        for (const profile of [left, right]) if (!this.#doubts.has(profile)) this.#doubts.set(profile, pair);
      }
    }
  }

  /** Of a list without records. */
  nobody(): IdentityResult {
    const reasons = ['There are no records'];
    return { decision: 'profile', profileId: null, probability: 1, reasons, notCompared: [], model: this.model };
  }

  resultOf(profile: number): { result: IdentityResult; members: readonly number[] } {
    const { records: members = [], probability = 1 } = this.profiles[profile] ?? {};
    const own = members.map((member) => sourceRecordOf(this.#records[member]));
    const doubt = this.#doubts.get(profile);
    const pair = doubt ?? this.#weakest.get(profile);
    const explained = pair === undefined ? null : this.#explain(pair, profile);
    const question =
      doubt === undefined || explained === null ? {} : { question: { reviewId: null, ...explained.question } };
    const result: IdentityResult = {
      decision: doubt === undefined ? 'profile' : 'ask',
      profileId: `batch-${profile + 1}`,
      probability,
      reasons: explained?.reasons ?? ['No other record is near'],
      notCompared: explained?.notCompared ?? [],
      ...question,
      golden: customerRecord(own, undefined, this.#region),
      records: own,
      model: this.model,
    };
    return { result, members };
  }

  #explain(pair: ResolvedPair, profile: number) {
    const isLeft = this.#resolved.profileOf[pair.left] === profile;
    const [one, other] = isLeft ? [pair.left, pair.right] : [pair.right, pair.left];
    const [left, right] = [this.#records[one], this.#records[other]];
    if (left === undefined || right === undefined) return null;
    const [normalLeft, normalRight] = [
      normalizeRecord(identityRecordOf(left), this.#region),
      normalizeRecord(identityRecordOf(right), this.#region),
    ];
    const explanation = scorePair(this.#resolved.model, normalLeft, normalRight);
    return {
      reasons: reasonsOf(explanation),
      notCompared: notComparedOf(explanation, [...normalLeft.setAside, ...normalRight.setAside]),
      question: questionOf(left.values, right.values, explanation),
    };
  }
}

function sourceRecordOf(record: ReadRecord | undefined): SourceRecord {
  const { id, source, updatedAt, values } = record ?? { id: '', values: {}, source: undefined, updatedAt: undefined };
  return { id, ...(source !== undefined && { source }), ...(updatedAt !== undefined && { updatedAt }), values };
}
