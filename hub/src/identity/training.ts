import {
  learnFromAnswers,
  type IdentityKind,
  type PolicySimulation,
  type TrainingAnswer,
} from '../../../engine/index.ts';
import type { IdentityModel } from '../../../engine/index.ts';
import type { IdentityReader } from './identity.store.ts';
import { normalizedOf } from './pair-weights.ts';
import type { PoliciesInForce } from './policy-in-force.ts';
import type { ResolveGraph } from './resolving/graph-resolution.ts';
import { simulationOf } from './resolving/simulation.ts';

/** chosen: more answers change no weight by a tenth of a bit. */
const mostAnswers = 20_000;

export interface Training {
  /** What a model would do to the profiles that exist. */
  simulate(model: IdentityModel): Promise<PolicySimulation>;
  /** A model measured on the records and learned from what persons said, and what it would do. */
  train(kind: IdentityKind): Promise<TrainingAnswer>;
}

export interface TrainingPorts {
  inForce: PoliciesInForce;
  now(): number;
  resolve: ResolveGraph;
}

export function training(reader: IdentityReader, { inForce, now, resolve }: TrainingPorts): Training {
  const simulate = async (model: IdentityModel): Promise<PolicySimulation> =>
    simulationOf(reader, await resolve(reader, { model, fit: 'never' }));

  return {
    simulate,

    async train(kind) {
      const { stored } = await inForce(kind, reader);
      const { model: measured, said } = await resolve(reader, { model: stored.model, fit: 'auto' });
      const used = said.slice(0, mostAnswers);
      const records = new Map(
        (await reader.records(used.flatMap(({ pair }) => [pair.left, pair.right]))).map((record) => [
          record.id,
          normalizedOf(record),
        ]),
      );
      const answers = used.flatMap(({ pair, same }) => {
        const [left, right] = [records.get(pair.left), records.get(pair.right)];
        return left && right ? [{ left, right, same }] : [];
      });
      const model =
        answers.length === 0
          ? measured
          : learnFromAnswers(measured, answers, { date: new Date(now()).toISOString().slice(0, 10) });
      const same = answers.filter((answer) => answer.same).length;
      return { model, answers: { same, different: answers.length - same }, simulation: await simulate(model) };
    },
  };
}
