import type { Decision } from '../../decision/decision.ts';
import { recordDecision } from '../../decision/record/record-decision.ts';
import type { GoldenRecord, SourceRecord } from '../../identity/model/golden-record.ts';
import type { IdentityModel } from '../../identity/model/identity-model.ts';
import type { NotCompared, PairQuestion } from '../../identity/resolve/reasons-of.ts';
import type { Issue } from '../../issue.ts';
import type { JsonObject, JsonValue } from '../../json.ts';

/** Ways on from a step, by operation; the index is that of the node's output. */
export const identityPorts = { group: ['profiles', 'ask'], match: ['known', 'new', 'ask'] } as const;
export type IdentityPort = 'profiles' | 'known' | 'new' | 'ask';

/** What is known of an item; it stands under `identity`. */
export interface IdentityResult {
  decision: 'profile' | 'known' | 'new' | 'ask';
  profileId: string | null;
  probability: number;
  reasons: readonly string[];
  notCompared: readonly NotCompared[];
  question?: PairQuestion & { reviewId: string | null };
  golden?: GoldenRecord;
  records?: readonly SourceRecord[];
  /** Of a list of records: all profiles that were found in it, the one above first. */
  profiles?: readonly {
    profileId: string;
    probability: number;
    golden: GoldenRecord;
    records: readonly SourceRecord[];
  }[];
  model: { id: string; version: string };
}

/** What became of one item. */
export type IdentityOutcome =
  | {
      kind: 'sent';
      port: IdentityPort;
      item: JsonObject;
      decision: Decision;
      by: { kind: 'model'; name: string };
      /** Indexes of the items that went into it. */
      from: readonly number[];
    }
  /** Its record went into the profile of an earlier item. */
  | { kind: 'merged' }
  | { kind: 'error'; issues: Issue[] };

/** What decisions of identity are called in the ledger. */
export const identityDecisionName = 'Identity resolution';

/**
 * Puts a result into an item, with the decision beside it. Reasons hold no value of a record: they are kept for good.
 * @param outcome what the ledger keeps of the result
 */
export function sentItem(
  item: JsonObject,
  stepName: string,
  result: IdentityResult,
  sent: {
    port: IdentityPort;
    outcome: JsonValue;
    from: readonly number[];
    model: Pick<IdentityModel, 'id' | 'version'>;
  },
): IdentityOutcome {
  const decision: Decision = {
    kind: 'logged',
    outcome: sent.outcome,
    reasons: result.reasons.map((text) => ({ row: 'identity', text })),
    ruleId: null,
    matched: [],
    tableId: identityDecisionName,
    tableVersion: '',
    tableDigest: '',
  };
  // The result is made of texts, numbers and lists alone.
  const identity = result as unknown as JsonObject;
  return {
    kind: 'sent',
    port: sent.port,
    item: recordDecision({ ...item, identity }, stepName, decision),
    decision,
    by: { kind: 'model', name: `${sent.model.id} ${sent.model.version}` },
    from: sent.from,
  };
}
