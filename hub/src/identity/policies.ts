import {
  auditStream,
  defaultIdentityModel,
  defaultSurvivorship,
  type IdentityKind,
  type IdentityModel,
  type IdentityPolicy,
  type PolicyChange,
  type PolicyRevision,
} from '../../../engine/index.ts';
import { ProblemError } from '../http/problem.ts';
import type { IdentityPorts } from './identity.ports.ts';
import type { NewChange, StoredPolicy } from './identity.rows.ts';
import type { IdentityReader, IdentityWriter } from './identity.store.ts';
import { readModel } from './read-model.ts';
import { readSurvivorship } from './read-survivorship.ts';
import { keysOf } from './record-keys.ts';
import type { Steward } from './stewarding.ts';

const identityKinds: readonly IdentityKind[] = ['person', 'company'];

/** chosen: as many as a page shows. */
const mostRevisions = 100;

/** What to-existing does beside writing the policy: splits and joins of profiles that exist, each a change. */
export type ApplyToExisting = (
  graph: IdentityWriter,
  revision: { kind: IdentityKind; model: IdentityModel; number: number },
  change: Pick<NewChange, 'at' | 'by' | 'reason'>,
) => Promise<void>;

/** When records are one customer, and which of their values counts. */
export interface Policies {
  get(kind: IdentityKind): Promise<IdentityPolicy>;
  /** @throws ProblemError `invalid_identity_model`, `invalid_survivorship`, `revision_conflict`, `profiles_changing` */
  put(kind: IdentityKind, revision: number, change: PolicyChange, by: Steward): Promise<IdentityPolicy>;
  revisions(kind: IdentityKind): Promise<PolicyRevision[]>;
  /** Puts the policies that Steward brings where there are none. */
  ensure(): Promise<void>;
}

export interface PoliciesPorts extends IdentityPorts {
  /** Computes what a model does to the profiles that exist; applied only on the graph that it was computed on. */
  prepareToExisting(reader: IdentityReader, model: IdentityModel): Promise<ApplyToExisting>;
}

/** How often a computation on a graph that changes meanwhile is begun again. */
const attempts = 3;

export function policies(ports: PoliciesPorts): Policies {
  const { store, now, afterChange } = ports;

  const current = async (kind: IdentityKind): Promise<StoredPolicy> => {
    const policy = await store.policy(kind);
    if (policy === null) throw new Error(`the store has no identity policy for a ${kind}`);
    return policy;
  };

  /** @returns false when the graph is another than that of `version` */
  const write = (
    { kind, expected, change, by }: { kind: IdentityKind; expected: number; change: PolicyChange; by: Steward },
    existing: { version: number; apply: ApplyToExisting } | null,
  ): Promise<boolean> =>
    store.exclusively(async (graph) => {
      if (existing !== null && (await graph.version()) !== existing.version) return false;
      const before = await graph.policy(kind);
      if (before?.revision !== expected) {
        throw new ProblemError('revision_conflict', { params: { current: before?.revision ?? 0 } });
      }
      const { model, survivorship, apply, reason } = change;
      const at = new Date(now()).toISOString();
      const number = expected + 1;
      const actor = { id: `person:${by.id}`, name: by.name };
      const details = { revision: number, model: model.id, version: model.version, apply };
      await graph.write({
        policy: {
          kind,
          revision: number,
          model,
          survivorship,
          changedAt: at,
          changedBy: { id: by.id, name: by.name },
          apply,
          reason,
        },
        changes: [
          {
            kind,
            change: 'policy-changed',
            at,
            by: actor,
            reason,
            profiles: [],
            records: [],
            effect: null,
            event: { kind: 'identity-policy-changed', details },
          },
        ],
      });
      if (JSON.stringify(before.model.blocking) !== JSON.stringify(model.blocking)) await findAnew(graph, model);
      await existing?.apply(graph, { kind, model, number }, { at, by: actor, reason });
      return true;
    });

  /** Records are found by the keys of the model in force. */
  const findAnew = async (graph: IdentityWriter, model: IdentityModel): Promise<void> => {
    for await (const records of graph.allRecords(model.kind))
      await graph.write({
        keys: records.map(({ id, content }) => ({
          record: id,
          isNew: false,
          keys: keysOf(ports.lookupOf, model, content).map(({ key }) => key),
        })),
      });
  };

  return {
    get: async (kind) => shown(await current(kind)),

    async put(kind, revision, change, by) {
      const model = readModel(change.model, kind);
      const survivorship = readSurvivorship(change.survivorship);
      const task = { kind, expected: revision, change: { ...change, model, survivorship }, by };
      let done = change.apply === 'from-now' && (await write(task, null));
      for (let attempt = 0; !done && attempt < attempts; attempt += 1) {
        const version = await store.version();
        // Looked at first: nobody waits for a computation that ends in a conflict.
        if ((await store.policyRevision(kind)) !== revision) await write(task, null);
        done = await write(task, { version, apply: await ports.prepareToExisting(store, model) });
      }
      if (!done) throw new ProblemError('profiles_changing');
      await afterChange();
      return shown(await current(kind));
    },

    async revisions(kind) {
      return (await store.policies(kind, mostRevisions)).map((policy) => ({
        revision: policy.revision,
        model: {
          id: policy.model.id,
          version: policy.model.version,
          zones: policy.model.zones,
          provenance: policy.model.provenance,
        },
        changedAt: policy.changedAt,
        changedBy: policy.changedBy,
        apply: policy.apply,
        reason: policy.reason,
        recorded: policy.recorded === null ? null : { stream: auditStream, sequence: policy.recorded },
      }));
    },

    async ensure() {
      for (const kind of identityKinds) {
        if ((await store.policyRevision(kind)) > 0) continue;
        await store.exclusively(async (graph) => {
          // Another hub may have been quicker.
          if ((await graph.policyRevision(kind)) === 0) await graph.write({ policy: shipped(kind, now()) });
        });
      }
    },
  };
}

/** The policy that Steward brings. */
function shipped(kind: IdentityKind, now: number): Omit<StoredPolicy, 'recorded'> {
  return {
    kind,
    revision: 1,
    model: defaultIdentityModel(kind),
    survivorship: defaultSurvivorship,
    changedAt: new Date(now).toISOString(),
    changedBy: null,
    apply: 'from-now',
    reason: null,
  };
}

function shown({ revision, model, survivorship, changedAt, changedBy }: StoredPolicy): IdentityPolicy {
  return { revision, model, survivorship, changedAt, changedBy };
}
