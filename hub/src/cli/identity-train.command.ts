import {
  chooseThresholds,
  foldOf,
  heldOutPairs,
  learnFromAnswers,
  measureModel,
  type IdentityModel,
} from '../../../engine/index.ts';
import { UsageError, type Command } from './command.ts';
import { chartPage } from './identity/charts/chart-page.ts';
import { matchWeights } from './identity/charts/model-charts.ts';
import { chosenModel, modelOptions } from './identity/chosen-model.ts';
import { precisionOf, precisionOption } from './identity/labelled-pairs.ts';
import { loadRecords, recordOptions, tellFields, textOption } from './identity/load-records.ts';
import { normalizedAt } from './identity/normalized-at.ts';
import { flawsOfAnswers, readAnswers } from './identity/read-answers.ts';
import { counted } from './redrawn.ts';
import { writeWhole } from './write-file.ts';

/** `steward identity train FILE --out M`: measures a model on a file, and learns from reviewed pairs. */
export const identityTrainCommand: Command = {
  words: ['identity', 'train'],
  operands: ['FILE'],
  summary: 'measure the weights of a model on a file, and learn from reviewed pairs',
  help: [
    'Measures how often values occur, and by expectation maximization how well each comparison tells one customer from two. With --answers (CSV with id_a, id_b and same: yes or no) it learns from what persons said as well.',
    '--precision chooses the thresholds by these answers, each weighed by what the others taught (five-fold).',
    'The result is one JSON document that says what it was trained on; resolve, evaluate and explain take it with --model.',
  ],
  options: {
    ...recordOptions,
    ...modelOptions,
    out: { type: 'string', help: 'file to write the model to' },
    answers: { type: 'string', help: 'CSV of reviewed pairs: id_a, id_b, same' },
    precision: precisionOption,
    charts: { type: 'string', help: 'HTML file to draw the match weights in' },
  },
  examples: [
    'steward identity train customers.csv --id id --out customers.identity-model.json',
    'steward identity train customers.csv --id id --answers reviewed.csv --out model.json --charts model.html',
  ],
  async run(invocation) {
    const { operands, options, streams } = invocation;
    const out = textOption(options['out']);
    if (out === undefined) throw new UsageError('--out is needed: the file to write the model to.');
    const answersFile = textOption(options['answers']);
    const precision = precisionOf(options['precision']);
    if (precision !== null && answersFile === undefined)
      throw new UsageError('--precision needs reviewed pairs to choose the thresholds by: --answers FILE.');
    const { model: base } = await chosenModel(invocation);
    const loaded = await loadRecords(operands[0] ?? '', invocation);
    const { prepared, flaws } = loaded;
    tellFields(streams, loaded);
    if (prepared.count < 2) throw new UsageError('there is nothing to learn from: at least two records are needed.');
    const date = new Date().toISOString().slice(0, 10);
    const fitted = measureModel(base, prepared, { date });
    let model: IdentityModel = fitted.model;
    const { iterations, converged, expectedMatches } = fitted.report;
    streams.note(
      `${counted(prepared.count, 'record')}, ${counted(iterations, 'round')}${converged ? '' : ', stopped before it settled'}: about ${counted(Math.round(expectedMatches), 'pair')} of one customer expected.\n`,
    );
    if (answersFile !== undefined) {
      const read = await readAnswers(answersFile, prepared.ids, streams);
      const answers = read.answers.map(({ left, right, same }) => ({
        left: normalizedAt(prepared, left),
        right: normalizedAt(prepared, right),
        same,
        fold: foldOf(Math.min(left, right)),
      }));
      const measured = model;
      model = learnFromAnswers(measured, answers, { date });
      const same = answers.filter((answer) => answer.same).length;
      streams.note(
        `Learned from ${counted(same)} pairs of one customer and ${counted(answers.length - same)} of two.\n`,
      );
      if (precision !== null) {
        const zones = chooseThresholds(model, heldOutPairs(measured, answers), precision);
        model = { ...model, zones };
        streams.note(`Thresholds: same from ${zones.same.toFixed(6)}, review from ${zones.ask.toFixed(6)}.\n`);
      }
      flaws.push(...flawsOfAnswers(read));
    }
    await writeWhole(out, `${JSON.stringify(model, null, 2)}\n`);
    const chartsFile = textOption(options['charts']);
    if (chartsFile !== undefined) await writeWhole(chartsFile, modelPage(model));
    for (const flaw of flaws) streams.note(`${flaw}\n`);
    return flaws.length > 0 ? 1 : 0;
  },
};

function modelPage(model: IdentityModel): string {
  const { provenance, name, version, priorMatch } = model;
  const odds = `Two records drawn at random are one customer with a probability of 1 in ${counted(Math.round(1 / priorMatch))}.`;
  return chartPage(
    `${name}, version ${version}`,
    [`Trained on ${provenance.trainedOn} (${provenance.method}).`, odds],
    [matchWeights(model)],
  );
}
