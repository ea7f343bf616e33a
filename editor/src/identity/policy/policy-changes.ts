import type { IdentityModel, Survivorship, SurvivorshipRule } from '../../../../engine/index.ts';
import { percentInWords } from '../parts/certainty.ts';
import { fieldTitle, inReadingOrder, lowerFirst } from '../parts/field-words.ts';

/** What a person is changing: the rule, and how one value is chosen among several. */
export interface PolicyDraft {
  model: IdentityModel;
  survivorship: Survivorship;
}

/** True when two values say the same, whatever the order of their members. */
export function isSame(one: unknown, other: unknown): boolean {
  return plain(one) === plain(other);
}

function plain(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}

/** What a draft changes, one sentence each; empty: nothing. */
export function changesInWords(now: PolicyDraft, then: PolicyDraft): string[] {
  const words: string[] = [];
  const { zones } = now.model;
  const wanted = then.model.zones;
  if (zones.same !== wanted.same)
    words.push(`Joins without asking from ${percentInWords(wanted.same)}, was ${percentInWords(zones.same)}`);
  if (zones.ask !== wanted.ask)
    words.push(`Asks a person from ${percentInWords(wanted.ask)}, was ${percentInWords(zones.ask)}`);
  words.push(...guardChanges(now.model, then.model));
  if (!isSame(weights(now.model), weights(then.model)))
    words.push(`Weighs evidence as version ${then.model.version} does, was ${now.model.version}`);
  words.push(...survivorshipChanges(now.survivorship, then.survivorship));
  return words;
}

function guardChanges({ guards: now }: IdentityModel, { guards: then }: IdentityModel): string[] {
  const added = then.neverTogether.filter((feature) => !now.neverTogether.includes(feature));
  const removed = now.neverTogether.filter((feature) => !then.neverTogether.includes(feature));
  const limited = inReadingOrder(new Set([...Object.keys(now.limits), ...Object.keys(then.limits)]));
  const limitOf = (limits: Readonly<Record<string, number | undefined>>, field: string) => limits[field];
  return [
    ...added.map((feature) => `Two different values of ${lowerFirst(fieldTitle(feature))} keep records apart`),
    ...removed.map(
      (feature) => `Two different values of ${lowerFirst(fieldTitle(feature))} no longer keep records apart`,
    ),
    ...limited
      .filter((field) => limitOf(now.limits, field) !== limitOf(then.limits, field))
      .map((field) => {
        const most = limitOf(then.limits, field);
        const name = lowerFirst(fieldTitle(field));
        return most === undefined ? `No limit on values of ${name}` : `At most ${most} different values of ${name}`;
      }),
    ...(now.maxBlockSize === then.maxBlockSize
      ? []
      : [`Blocks of more than ${then.maxBlockSize.toLocaleString()} records are split`]),
  ];
}

function survivorshipChanges(now: Survivorship, then: Survivorship): string[] {
  const fields = inReadingOrder(new Set([...Object.keys(now.fields), ...Object.keys(then.fields)]));
  const otherwise = isSame(now.otherwise, then.otherwise)
    ? []
    : [`For all other fields, ${survivorInWords(then.otherwise)} holds`];
  return [
    ...fields
      .filter((field) => !isSame(now.fields[field], then.fields[field]))
      .map((field) => {
        const rule = then.fields[field];
        return rule
          ? `Of ${lowerFirst(fieldTitle(field))}, ${survivorInWords(rule)} holds`
          : `${fieldTitle(field)} is chosen as all other fields`;
      }),
    ...otherwise,
  ];
}

/** What makes the weights of a model, without zones and guards. */
function weights({ comparisons, blocking, priorMatch, termFrequencies }: IdentityModel) {
  return { comparisons, blocking, priorMatch, termFrequencies };
}

/** Which value holds, inside a sentence: "the most recent value". */
function survivorInWords(rule: SurvivorshipRule): string {
  switch (rule.by) {
    case 'most-recent':
      return 'the most recent value';
    case 'most-trusted':
      return `the value of the first of ${rule.sources.join(', ')}`;
    case 'most-frequent':
      return 'the most frequent value';
    case 'longest':
      return 'the longest value';
    case 'conservative':
      return `the first of ${rule.order.join(', ')}`;
    case 'table':
      return `the value that the table “${rule.table.name}”, version ${rule.table.version}, ranks first`;
  }
}
