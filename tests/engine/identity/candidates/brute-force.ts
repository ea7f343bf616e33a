import type { BlockingRule, IdentityModel, NormalizedRecord } from '../../../../engine/index.ts';
import { defaultPersonModel } from '../../../../engine/identity/compare/default-person-model.ts';
import { keyPart } from '../../../../engine/identity/prepare/key-part.ts';

/** The default model with other rules. */
export function modelWith(blocking: readonly BlockingRule[], maxBlockSize = 1_000): IdentityModel {
  return { ...defaultPersonModel, blocking, wideBlocking: [], guards: { ...defaultPersonModel.guards, maxBlockSize } };
}

/** Pairs that agree on all keys of at least one rule, found by looking at all pairs. */
export function pairsByBruteForce(rules: readonly BlockingRule[], records: readonly NormalizedRecord[]): string[] {
  const pairs: string[] = [];
  for (const [left, one] of records.entries()) {
    for (let right = left + 1; right < records.length; right++) {
      const other = records[right] as NormalizedRecord;
      const isPair = rules.some(({ keys }) =>
        keys.every((key) => {
          const part = keyPart(key, one.values[key.feature] ?? '');
          return part !== '' && part === keyPart(key, other.values[key.feature] ?? '');
        }),
      );
      if (isPair) pairs.push(`${left}-${right}`);
    }
  }
  return pairs.sort();
}

export function pairTexts({ left, right }: { left: Int32Array; right: Int32Array }): string[] {
  return Array.from(left, (one, at) => `${one}-${right[at]}`).sort();
}

export function normalizedRecord(id: string, values: NormalizedRecord['values']): NormalizedRecord {
  return { id, values, setAside: [] };
}
