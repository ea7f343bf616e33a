import type {
  IdentityKind,
  IdentityModel,
  IdentityPolicy,
  PolicyChange,
  PolicyRevision,
} from '../../../engine/index.ts';
import { oneAtATime } from '../journeys/one-at-a-time.ts';
import { lookupOf } from '../ledger/subject-keys.ts';
import type { Ledger } from '../ledger/ledger.service.ts';
import type { LedgerStore } from '../ledger/ledger.store.ts';
import { erasing, type Erasing } from './erasing.ts';
import type { IdentityPorts } from './identity.ports.ts';
import type { IdentityStore } from './identity.store.ts';
import { matching, type Matching } from './matching.ts';
import { policies } from './policies.ts';
import { policiesInForce } from './policy-in-force.ts';
import { readModel } from './read-model.ts';
import { identityReading, type IdentityReading } from './reading.ts';
import { recording, type RecordingPorts } from './recording.ts';
import { applyToExisting } from './resolving/to-existing.ts';
import { resolveGraph, type ResolveGraph } from './resolving/graph-resolution.ts';
import { stewarding, type Steward, type Stewarding } from './stewarding.ts';
import { training, type Training } from './training.ts';

export interface OpenIdentityOptions {
  storage: { identity: IdentityStore; ledger: Pick<LedgerStore, 'search'> };
  ledger: Pick<Ledger, 'recordEvent' | 'secrets'>;
  clock: { now(): number };
  /** A name that nothing else bears: letters, digits, `_` and `-`, at most 40. */
  newId(): string;
  log: RecordingPorts['log'];
}

/** Who a customer is. */
export interface Identity
  extends Matching, Stewarding, IdentityReading, Pick<Erasing, 'erase'>, Pick<Training, 'train'> {
  policy(kind: IdentityKind): Promise<IdentityPolicy>;
  policyRevisions(kind: IdentityKind): Promise<PolicyRevision[]>;
  /** @throws ProblemError `invalid_identity_model`, `invalid_survivorship`, `revision_conflict`, `profiles_changing` */
  putPolicy(kind: IdentityKind, revision: number, change: PolicyChange, by: Steward): Promise<IdentityPolicy>;
  /** @throws ProblemError `invalid_identity_model` */
  simulate(model: IdentityModel): ReturnType<Training['simulate']>;
}

/** Opens the identity graph of a store, and finishes what a hub that was stopped had begun. */
export async function openIdentity(options: OpenIdentityOptions): Promise<Identity> {
  const { storage, ledger, clock, newId, log } = options;
  const store = storage.identity;
  const now = (): number => clock.now();
  const inForce = policiesInForce();
  // All records at once are much to hold: once is enough.
  const inTurn = oneAtATime();
  const resolve: ResolveGraph = (reader, task) => inTurn('resolve', () => resolveGraph(reader, task));
  const afterChange = recording({ store, ledger, log });
  const ports: IdentityPorts = {
    store,
    now,
    newId,
    lookupOf: (text) => lookupOf(ledger.secrets.secret('lookup'), text),
    afterChange,
  };
  const rules = policies({
    ...ports,
    async prepareToExisting(reader, model) {
      const resolution = await resolve(reader, { model, fit: 'never' });
      return async (graph, { kind }, change) =>
        applyToExisting(graph, resolution, await inForce(kind, graph), { newId, ...change });
    },
  });
  const erasures = erasing({ store, ledger, audit: storage.ledger, now });
  const trained = training(store, { inForce, now, resolve });

  await rules.ensure();
  await erasures.finishErasures();
  await afterChange();

  return {
    ...matching(ports, inForce),
    ...stewarding(ports, inForce),
    ...identityReading(store, inForce),
    erase: (request, staff) => erasures.erase(request, staff),
    train: (kind) => trained.train(kind),
    policy: (kind) => rules.get(kind),
    policyRevisions: (kind) => rules.revisions(kind),
    putPolicy: (kind, revision, change, by) => rules.put(kind, revision, change, by),
    simulate: async (model) => trained.simulate(readModel(model)),
  };
}
