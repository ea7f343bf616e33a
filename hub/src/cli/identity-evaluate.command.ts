import {
  chooseThresholds,
  crossValidateThresholds,
  pairwiseAccuracy,
  precisionRecallCurve,
  type HeldOutAccuracy,
  type PairwiseAccuracy,
  type Resolved,
  type Zones,
} from '../../../engine/index.ts';
import { UsageError, type Command } from './command.ts';
import { chartPage } from './identity/charts/chart-page.ts';
import { figureTable, matchWeights, precisionRecall } from './identity/charts/model-charts.ts';
import { modelOptions } from './identity/chosen-model.ts';
import { labelledByTruth, precisionOf, precisionOption } from './identity/labelled-pairs.ts';
import { loadRecords, recordOptions, tellFields, textOption } from './identity/load-records.ts';
import { resolveLoaded, threadsOption } from './identity/resolve-loaded.ts';
import { counted } from './redrawn.ts';
import { writeWhole } from './write-file.ts';

interface Evaluation extends PairwiseAccuracy {
  records: number;
  customers: number;
  profiles: number;
  /** Of the true pairs that were not joined, those left for a person, 0 to 1, and how many pairs that zone has. */
  review: { pairs: number; truePairs: number; shareOfRemaining: number };
  expectedMatches: number;
  zones: Zones;
  /** Where --precision chose the thresholds: pairs by thresholds that others chose, before groups were closed. */
  heldOut?: HeldOutAccuracy;
}

/** `steward identity evaluate FILE --truth COLUMN`: how right the groups are. */
export const identityEvaluateCommand: Command = {
  words: ['identity', 'evaluate'],
  operands: ['FILE'],
  summary: 'compare the groups with a column that knows the truth',
  help: [
    'Resolves the file as "identity resolve" does and compares the groups with --truth: records with the same value there are one customer. Writes precision, recall and F1 over pairs of records, after groups were closed, and how much of the rest is left for a person.',
    '--precision chooses the thresholds by the truth; how they do on pairs that they were not chosen by is told as well (five-fold).',
  ],
  options: {
    ...recordOptions,
    ...modelOptions,
    truth: { type: 'string', help: 'the column that says which customer a record is' },
    precision: precisionOption,
    threads: threadsOption,
    charts: { type: 'string', help: 'HTML file with precision against recall and the match weights' },
    json: { type: 'boolean', help: 'write the figures as JSON' },
  },
  examples: ['steward identity evaluate labelled.csv --id id --truth customer --charts report.html'],
  async run(invocation) {
    const { operands, options, streams } = invocation;
    const truth = textOption(options['truth']);
    if (truth === undefined)
      throw new UsageError('--truth is needed: the column that says which customer a record is.');
    const loaded = await loadRecords(operands[0] ?? '', invocation, truth);
    tellFields(streams, loaded);
    const truths = truthsOf(loaded.truths ?? []);
    const precision = precisionOf(options['precision']);
    let heldOut: HeldOutAccuracy | undefined;
    const { resolved, hasFindings } = await resolveLoaded(loaded, invocation, {
      ...(precision !== null && {
        zonesOf: (job) => {
          const labelled = labelledByTruth(job, loaded.prepared.ids, truths);
          heldOut = crossValidateThresholds(job.model, labelled, precision);
          return chooseThresholds(job.model, labelled, precision);
        },
      }),
    });
    const evaluation = { ...evaluate(resolved, truths), ...(heldOut && { heldOut }) };
    const chartsFile = textOption(options['charts']);
    if (chartsFile !== undefined) await writeWhole(chartsFile, page(evaluation, resolved, truths));
    await streams.write(
      options['json'] === true
        ? `${JSON.stringify(evaluation, null, 2)}\n`
        : `${figures(evaluation)
            .map(([name, value]) => `${`${name}:`.padEnd(48)}${value}`)
            .join('\n')}\n`,
    );
    return hasFindings ? 1 : 0;
  },
};

/** A record whose truth is not known is a customer of its own. */
function truthsOf(truths: readonly string[]): string[] {
  return truths.map((truth, record) => (truth === '' ? `\0${record}` : truth));
}

function evaluate({ profileOf, profiles, pairs, report, model }: Resolved, truths: readonly string[]): Evaluation {
  const accuracy = pairwiseAccuracy(profileOf, truths);
  const doubtful = pairs.filter(({ zone, left, right }) => zone === 'ask' && profileOf[left] !== profileOf[right]);
  const truePairs = doubtful.filter(({ left, right }) => truths[left] === truths[right]).length;
  const remaining = accuracy.truePairs - accuracy.rightPairs;
  return {
    records: truths.length,
    customers: new Set(truths).size,
    profiles: profiles.length,
    ...accuracy,
    review: { pairs: doubtful.length, truePairs, shareOfRemaining: remaining === 0 ? 1 : truePairs / remaining },
    expectedMatches: report.expectedMatches,
    zones: model.zones,
  };
}

function figures(evaluation: Evaluation): [string, string][] {
  const { review, zones, heldOut } = evaluation;
  return [
    ['records', counted(evaluation.records)],
    ['customers in truth', counted(evaluation.customers)],
    ['customers found', counted(evaluation.profiles)],
    ['pairs of one customer in truth', counted(evaluation.truePairs)],
    ['pairs joined', counted(evaluation.joinedPairs)],
    ['precision', evaluation.precision.toFixed(4)],
    ['recall', evaluation.recall.toFixed(4)],
    ['F1', evaluation.f1.toFixed(4)],
    ['pairs for a person to review', counted(review.pairs)],
    ['true pairs among them', counted(review.truePairs)],
    ['share of the true pairs that were not joined', review.shareOfRemaining.toFixed(3)],
    ['pairs of one customer that the model expects', counted(Math.round(evaluation.expectedMatches))],
    ['thresholds, same and review', `${zones.same.toFixed(6)}, ${zones.ask.toFixed(6)}`],
    ...(heldOut === undefined ? [] : heldOutFigures(heldOut)),
  ];
}

function heldOutFigures({ joined, right, truePairs }: HeldOutAccuracy): [string, string][] {
  return [
    ['precision of pairs, five-fold', (joined === 0 ? 1 : right / joined).toFixed(4)],
    ['recall of pairs that were compared, five-fold', (truePairs === 0 ? 1 : right / truePairs).toFixed(4)],
  ];
}

function page(evaluation: Evaluation, { model, pairs }: Resolved, truths: readonly string[]): string {
  const scored = pairs.map(({ left, right, probability }) => ({
    probability,
    isTrue: truths[left] === truths[right],
  }));
  return chartPage(
    'How right the groups are',
    [`Model: ${model.name}, version ${model.version}.`],
    [
      figureTable('Figures', 'Over pairs of records, after groups were closed.', figures(evaluation)),
      precisionRecall(precisionRecallCurve(scored, evaluation.truePairs), model.zones),
      matchWeights(model),
    ],
  );
}
