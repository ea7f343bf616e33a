import { setImmediate as breath } from 'node:timers/promises';
import {
  scorePair,
  type IdentityKind,
  type MatchAnswer,
  type MatchRequest,
  type RecordMatch,
} from '../../../engine/index.ts';
import { noEffect } from './effects.ts';
import type { IdentityPorts } from './identity.ports.ts';
import type { Effect, StoredRecord, StoredReview } from './identity.rows.ts';
import type { GraphWrite, IdentityReader } from './identity.store.ts';
import { askedByInWords, MatchOutcome, writeOfOutcome } from './match-outcome.ts';
import {
  arrivingOf,
  judgeAmong,
  put,
  surroundingsOf,
  type Arriving,
  type Judged,
  type Surroundings,
} from './match-session.ts';
import { linkOf, normalizedOf } from './pair-weights.ts';
import { keysOf } from './record-keys.ts';
import type { PoliciesInForce, PolicyInForce } from './policy-in-force.ts';

/** The most candidates that an answer explains. */
const mostExplained = 5;
/** How long other work waits at most. */
const breathEveryMs = 20;
/** Attempts without holding up other writers; the next one holds them up. */
const freeAttempts = 2;

/** Who asks, as changes name them. */
export interface Asking {
  /** `key:<id>` or `person:<id>`. */
  id: string;
  name: string;
}

export interface Matching {
  /** Says who each record is, and keeps it as the request says. The same request again keeps nothing twice. */
  match(request: MatchRequest, by: Asking): Promise<MatchAnswer>;
}

export function matching(ports: IdentityPorts, inForce: PoliciesInForce): Matching {
  const { store, now } = ports;

  const plan = async (reader: IdentityReader, request: MatchRequest, by: Asking): Promise<Planned> => {
    const kind = request.kind ?? 'person';
    const policy = await inForce(kind, reader);
    const arriving = arrivingOf(request, kind, policy, ports);
    const around = await surroundingsOf(reader, arriving, policy);
    const at = new Date(now()).toISOString();
    const run = new MatchRun({ ports, policy, around, kind, at, by, request });
    const records: RecordMatch[] = [];
    let lastBreath = performance.now();
    for (const one of arriving) {
      records.push(run.match(one));
      if (performance.now() - lastBreath < breathEveryMs) continue;
      await breath();
      lastBreath = performance.now();
    }
    const { id, version } = policy.model.model;
    const answer: MatchAnswer = { model: { id, version }, records };
    if (request.keep === 'no' || run.outcome.isEmpty) return { answer, write: null };
    return { answer, write: await writeOfOutcome(reader, run.outcome, around, { policy, at }) };
  };

  return {
    async match(request, by) {
      for (let attempt = 0; attempt < freeAttempts; attempt += 1) {
        const version = await store.version();
        const { answer, write } = await plan(store, request, by);
        if (write === null || (await store.writeAt(version, write)) !== null) return answer;
      }
      return store.exclusively(async (graph) => {
        const { answer, write } = await plan(graph, request, by);
        if (write !== null) await graph.write(write);
        return answer;
      });
    },
  };
}

interface Planned {
  answer: MatchAnswer;
  /** Null: there is nothing to keep. */
  write: GraphWrite | null;
}

interface RunOptions {
  ports: IdentityPorts;
  policy: PolicyInForce;
  around: Surroundings;
  kind: IdentityKind;
  at: string;
  by: Asking;
  request: MatchRequest;
}

/** One request, record after record; what it keeps gathers in `outcome`. */
class MatchRun {
  readonly outcome = new MatchOutcome();
  readonly #options: RunOptions;

  constructor(options: RunOptions) {
    this.#options = options;
  }

  match(arriving: Arriving): RecordMatch {
    const { around, request } = this.#options;
    const knownId = around.idByLookup.get(arriving.lookup);
    const known = knownId === undefined ? undefined : around.records.get(knownId);
    if (known !== undefined) return this.#matchKnown(arriving, known);
    return request.keep === 'no' ? this.#look(arriving) : this.#keepNew(arriving);
  }

  #judge(record: StoredRecord, { keys }: Arriving): Judged {
    return judgeAmong(this.#options.around, this.#options.policy, record, keys);
  }

  #look(arriving: Arriving): RecordMatch {
    const { kind, at } = this.#options;
    const record = { id: '', kind, profileId: '', addedAt: at, content: arriving.content };
    const judged = this.#judge(record, arriving);
    const profileId = judged.decision === 'new' ? null : (judged.candidates[0]?.profileId ?? null);
    return this.#answer(arriving, judged, { profileId, reviewId: null });
  }

  #keepNew(arriving: Arriving): RecordMatch {
    const { ports, kind, at, around, policy } = this.#options;
    const unplaced = { id: `r_${ports.newId()}`, kind, profileId: '', addedAt: at, content: arriving.content };
    const judged = this.#judge(unplaced, arriving);
    const [best] = judged.candidates;
    const joins = judged.decision === 'known' && best !== undefined;
    const record = { ...unplaced, profileId: joins ? best.profileId : `p_${ports.newId()}` };
    if (joins) this.outcome.addLink(linkOf(policy.model, record, best.record));
    this.#keep(record, arriving);
    this.outcome.lookups.push({ lookup: arriving.lookup, record: record.id });
    around.idByLookup.set(arriving.lookup, record.id);
    this.#tell(joins ? 'joined' : 'created', [record.profileId], [record.id]);
    const reviewId = judged.decision === 'ask' && best ? this.#ask(record, best.record, judged.probability) : null;
    const profileId = joins || judged.decision === 'new' ? record.profileId : (best?.profileId ?? null);
    return this.#answer(arriving, judged, { profileId, reviewId });
  }

  /** The same record of the same system: it is who it was, with the values that it has now. */
  #matchKnown(arriving: Arriving, known: StoredRecord): RecordMatch {
    const { around, request } = this.#options;
    const { members, questions } = around;
    const isNews = JSON.stringify(known.content) !== JSON.stringify(arriving.content);
    const isAlone = members.get(known.profileId)?.size === 1;
    const record = { ...known, content: arriving.content };
    const open = questions.get(known.id) ?? [];
    const mayMove = isAlone && (isNews || open.length > 0);
    const judged = mayMove ? this.#judge(record, arriving) : null;
    if (request.keep === 'no') {
      if (judged === null || judged.decision === 'new') return this.#asKnown(arriving, record);
      return this.#answer(arriving, judged, {
        profileId: judged.candidates[0]?.profileId ?? null,
        reviewId: open[0]?.id ?? null,
      });
    }
    if (isNews) {
      this.#keep(record, arriving);
      this.outcome.renewed.add(record.id);
    }
    if (judged === null || !isNews) {
      const [question] = open;
      const asks = judged?.decision === 'ask' && question !== undefined;
      return asks
        ? this.#answer(arriving, judged, { profileId: judged.candidates[0]?.profileId ?? null, reviewId: question.id })
        : this.#asKnown(arriving, record);
    }
    return this.#decideAnew(arriving, record, judged);
  }

  /** A record in a profile of its own that says more than before. */
  #decideAnew(arriving: Arriving, record: StoredRecord, judged: Judged): RecordMatch {
    const { around, policy } = this.#options;
    const open = around.questions.get(record.id) ?? [];
    const [best] = judged.candidates;
    if (judged.decision === 'ask' && best !== undefined) {
      const same = open.find(({ right }) => right === best.record.id);
      for (const question of open) if (question !== same) this.#withdraw(question);
      const reviewId = same?.id ?? this.#ask(record, best.record, judged.probability);
      return this.#answer(arriving, judged, { profileId: best.profileId, reviewId });
    }
    for (const question of open) this.#withdraw(question);
    around.questions.set(record.id, []);
    if (judged.decision === 'new' || best === undefined) return this.#asKnown(arriving, record);
    const link = linkOf(policy.model, record, best.record);
    const effect: Effect = {
      ...noEffect(),
      moves: [{ record: record.id, from: record.profileId, to: best.profileId }],
      addedLinks: [link],
      reviews: open.map(({ id }) => ({
        id,
        from: { state: 'open', answer: null },
        to: { state: 'withdrawn', answer: null },
      })),
    };
    this.outcome.addLink(link);
    this.outcome.touched.delete(record.profileId);
    this.outcome.left.set(record.profileId, best.profileId);
    this.#keep({ ...record, profileId: best.profileId }, arriving);
    this.#tell('joined', [best.profileId, record.profileId], [record.id], effect);
    return this.#answer(arriving, judged, { profileId: best.profileId, reviewId: null });
  }

  #asKnown(arriving: Arriving, { profileId }: StoredRecord): RecordMatch {
    const judged: Judged = { decision: 'known', probability: 1, candidates: [], notCompared: [] };
    return this.#answer(arriving, judged, { profileId, reviewId: null });
  }

  #keep(record: StoredRecord, { keys }: Arriving): void {
    const { around, policy, ports } = this.#options;
    const before = around.records.get(record.id);
    put(around, record);
    this.outcome.records.set(record.id, record);
    this.outcome.touched.add(record.profileId);
    const own = new Set(keys.map(({ key }) => key));
    const isNew = before === undefined || this.outcome.keys.get(record.id)?.isNew === true;
    this.outcome.keys.set(record.id, { keys: [...own], isNew });
    if (before !== undefined)
      for (const { key } of keysOf(ports.lookupOf, policy.model.model, before.content))
        removeFrom(around.idsByKey.get(key) ?? null, record.id);
    for (const key of own) {
      const ids = around.idsByKey.get(key);
      if (ids) ids.push(record.id);
      else if (ids === undefined) around.idsByKey.set(key, [record.id]);
    }
  }

  #ask(record: StoredRecord, about: StoredRecord, probability: number): string {
    const { ports, kind, at, request, around } = this.#options;
    const review: StoredReview = {
      id: `q_${ports.newId()}`,
      kind,
      state: 'open',
      left: record.id,
      right: about.id,
      probability,
      askedAt: at,
      askedBy: request.askedBy ?? null,
      answer: null,
    };
    this.outcome.reviews.set(review.id, review);
    around.questions.set(record.id, [review]);
    return review.id;
  }

  #withdraw(review: StoredReview): void {
    this.outcome.reviews.set(review.id, { ...review, state: 'withdrawn' });
  }

  #answer(
    { content }: Arriving,
    { decision, probability, candidates, notCompared }: Judged,
    { profileId, reviewId }: Pick<RecordMatch, 'profileId' | 'reviewId'>,
  ): RecordMatch {
    const { model } = this.#options.policy;
    const arrived = { id: content.id, values: content.normalized, setAside: [] };
    return {
      decision,
      profileId,
      probability,
      candidates: candidates.slice(0, mostExplained).map(({ profileId: candidate, record, guards }) => ({
        profileId: candidate,
        record: { id: record.content.id, source: record.content.source },
        explanation: { ...scorePair(model, arrived, normalizedOf(record)), guards },
      })),
      setAside: content.setAside,
      reviewId,
      ...(notCompared.length > 0 && { notCompared }),
    };
  }

  #tell(change: 'created' | 'joined', profiles: string[], records: string[], effect: Effect | null = null): void {
    const { kind, at, by, request } = this.#options;
    const reason = askedByInWords(request.askedBy);
    this.outcome.changes.push({ kind, change, at, by, reason, profiles, records, effect, event: null });
  }
}

function removeFrom(ids: string[] | null, id: string): void {
  const place = ids?.indexOf(id) ?? -1;
  if (place >= 0) ids?.splice(place, 1);
}
