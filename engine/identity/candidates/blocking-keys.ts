import type { IdentityModel } from '../model/identity-model.ts';
import type { NormalizedRecord } from '../model/identity-record.ts';
import { keyPart } from '../prepare/key-part.ts';

/** No key part has it: normalized values are without control characters. */
const between = '\u001f';

/**
 * What a store finds a record's candidates by: two records are worth comparing if they have a key in common.
 * @param model with its blocking rules
 * @param record normalized
 * @returns one key per rule of which the record has all parts, in the order of the rules: the rule's id, `|`, the parts
 * @example blockingKeysOf(model, normalizeRecord({ id: '1', values: { email: 'Ada@Example.com' } })) // ['email|ada@example.com', …]
 */
export function blockingKeysOf({ blocking }: IdentityModel, { values }: Pick<NormalizedRecord, 'values'>): string[] {
  return blocking.flatMap(({ id, keys }) => {
    const parts = keys.map((key) => keyPart(key, values[key.feature] ?? ''));
    return parts.length === 0 || parts.includes('') ? [] : [`${id}|${parts.join(between)}`];
  });
}
