import { chooseThresholds, type Resolved } from '../../../engine/index.ts';
import type { Command } from './command.ts';
import { UsageError } from './command.ts';
import { modelOptions } from './identity/chosen-model.ts';
import { csvBytes } from './identity/csv-text.ts';
import { labelledByAnswers, precisionOf, precisionOption } from './identity/labelled-pairs.ts';
import { loadRecords, recordOptions, tellFields, textOption } from './identity/load-records.ts';
import { flawsOfAnswers, readAnswers } from './identity/read-answers.ts';
import { resolveLoaded, threadsOption, type CandidateEstimate } from './identity/resolve-loaded.ts';
import { counted } from './redrawn.ts';
import { writeWhole } from './write-file.ts';

/** `steward identity resolve FILE`: which records are one customer. */
export const identityResolveCommand: Command = {
  words: ['identity', 'resolve'],
  operands: ['FILE'],
  summary: 'say which records of a file are one customer',
  help: [
    'Reads CSV or JSON lines, recognizes what the columns hold, compares records that have something in common, and groups those that are one customer. Pairs that are too doubtful for a machine are left for a person: zone "review".',
    'Without --model, the weights are measured on the file itself (expectation maximization); nothing has to be labelled. --clusters gets id,cluster, where a cluster is named after its first id in alphabetical order; --pairs gets id_a,id_b,probability,zone with zone same or review.',
    'How many pairs will be compared at most is told before it begins. With --answers (CSV with id_a, id_b and same: yes or no) what persons said is kept, whatever the weights say; --precision then chooses the thresholds by these answers.',
    'The exit code is 1 when something of the file could not be read as it should; what is in doubt is no failure.',
  ],
  options: {
    ...recordOptions,
    ...modelOptions,
    clusters: { type: 'string', help: 'CSV to write: id,cluster' },
    pairs: { type: 'string', help: 'CSV to write: id_a,id_b,probability,zone' },
    answers: { type: 'string', help: 'CSV of reviewed pairs, which are kept as they say: id_a, id_b, same' },
    precision: precisionOption,
    threads: threadsOption,
    'model-out': { type: 'string', help: 'file to write the model to as it was used' },
    json: { type: 'boolean', help: 'write the report as JSON' },
  },
  examples: [
    'steward identity resolve customers.csv --id id --clusters clusters.csv --pairs pairs.csv',
    'steward identity resolve kunden.csv --id Nr --map family_name=Name2 --region DE --clusters clusters.csv',
  ],
  async run(invocation) {
    const { operands, options, streams } = invocation;
    const clustersFile = textOption(options['clusters']);
    if (clustersFile === undefined) throw new UsageError('--clusters is needed: the CSV file to write id,cluster to.');
    const precision = precisionOf(options['precision']);
    const answersFile = textOption(options['answers']);
    if (precision !== null && answersFile === undefined)
      throw new UsageError('--precision needs reviewed pairs to choose the thresholds by: --answers FILE.');
    const loaded = await loadRecords(operands[0] ?? '', invocation);
    tellFields(streams, loaded);
    const { prepared, flaws } = loaded;
    const { ids } = prepared;
    const read = answersFile === undefined ? null : await readAnswers(answersFile, ids, streams);
    if (read !== null) flaws.push(...flawsOfAnswers(read));
    const { resolved, estimate, hasFindings } = await resolveLoaded(loaded, invocation, {
      ...(read !== null && { answers: read.answers }),
      ...(read !== null &&
        precision !== null && {
          zonesOf: ({ model }) => chooseThresholds(model, labelledByAnswers(model, prepared, read.answers), precision),
        }),
    });
    await writeWhole(clustersFile, csvBytes(['id', 'cluster'], clusterRows(resolved, ids)));
    const pairsFile = textOption(options['pairs']);
    if (pairsFile !== undefined)
      await writeWhole(pairsFile, csvBytes(['id_a', 'id_b', 'probability', 'zone'], pairRows(resolved, ids)));
    const modelFile = textOption(options['model-out']);
    if (modelFile !== undefined) await writeWhole(modelFile, `${JSON.stringify(resolved.model, null, 2)}\n`);
    if (options['json'] === true) await streams.write(`${JSON.stringify(reportOf(resolved, estimate), null, 2)}\n`);
    else streams.note(summaryOf(resolved));
    return hasFindings ? 1 : 0;
  },
};

function* clusterRows({ profileOf, profiles }: Resolved, ids: readonly string[]): Generator<[string, string]> {
  const names = profiles.map(({ records }) =>
    records.map((record) => ids[record] ?? '').reduce((least, id) => (id < least ? id : least)),
  );
  for (const [record, id] of ids.entries()) yield [id, names[profileOf[record] ?? -1] ?? id];
}

function* pairRows({ pairs }: Resolved, ids: readonly string[]): Generator<(string | number)[]> {
  for (const { left, right, probability, zone } of pairs)
    yield [ids[left] ?? '', ids[right] ?? '', probability.toFixed(6), zone === 'same' ? 'same' : 'review'];
}

function reportOf({ report, fit, issues, model }: Resolved, estimate: CandidateEstimate): object {
  return {
    ...report,
    estimatedPairs: estimate.atMostPairs,
    rules: estimate.rules,
    model: { id: model.id, version: model.version, zones: model.zones },
    fit,
    issues: issues.map(({ code, severity, params }) => ({ code, severity, ...params })),
  };
}

function summaryOf({ report }: Resolved): string {
  const { records, profiles, candidatePairs, same, ask } = report;
  return [
    `${counted(records, 'record')}, ${counted(profiles, 'customer')}: ${counted(records - profiles, 'record')} joined to others.`,
    `${counted(candidatePairs, 'pair')} compared, ${counted(same)} the same customer, ${counted(ask)} for a person to review.`,
    ...report.setAside.map(
      ({ field, reason, count }) => `Set aside: ${counted(count, 'value')} of ${field} (${reason}).`,
    ),
    ...(report.leftOutRules.length === 0
      ? []
      : [`Too many pairs for all blocking rules; the widest were left out: ${report.leftOutRules.join(', ')}.`]),
    ...report.oversizedBlocks.map(
      ({ rule, value, records: size, skippedPairs }) =>
        `Many records agree on ${rule} "${value}" (${counted(size)}): ${skippedPairs === 0 ? 'split by further values, all compared' : `${counted(skippedPairs, 'pair')} that agree on nothing else not compared`}.`,
    ),
    '',
  ].join('\n');
}
