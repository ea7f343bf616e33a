import {
  leastRecordsToFit,
  measureModel,
  partInWords,
  scorePair,
  type IdentityModel,
  type PairExplanation,
  type PairPart,
  type PreparedRecords,
} from '../../../engine/index.ts';
import { UsageError, type Command } from './command.ts';
import { chartPage } from './identity/charts/chart-page.ts';
import { waterfall } from './identity/charts/model-charts.ts';
import { chosenModel, modelOptions } from './identity/chosen-model.ts';
import { loadRecords, recordOptions, textOption } from './identity/load-records.ts';
import { normalizedAt } from './identity/normalized-at.ts';
import { didYouMean } from './did-you-mean.ts';
import { writeWhole } from './write-file.ts';

/** `steward identity explain FILE A B`: the evidence for and against two records being one customer. */
export const identityExplainCommand: Command = {
  words: ['identity', 'explain'],
  operands: ['FILE', 'A', 'B'],
  summary: 'show the evidence for and against two records being one customer',
  help: [
    'Weighs two records of a file, named by their ids, as "identity resolve" does: each comparison with its weight in bits, what could not be compared, the sum and the probability that follows. One bit doubles the odds.',
  ],
  options: {
    ...recordOptions,
    ...modelOptions,
    charts: { type: 'string', help: 'HTML file to draw the waterfall in' },
    json: { type: 'boolean', help: 'write the explanation as JSON' },
  },
  examples: ['steward identity explain customers.csv --id id C-17 C-2048'],
  async run(invocation) {
    const { operands, options, streams } = invocation;
    const [file = '', one = '', other = ''] = operands;
    const { model, fit } = await chosenModel(invocation);
    const { prepared } = await loadRecords(file, invocation);
    const [left, right] = [recordAt(prepared, one), recordAt(prepared, other)];
    const used = fit === 'auto' ? measured(model, prepared) : model;
    const explanation = scorePair(used, normalizedAt(prepared, left), normalizedAt(prepared, right));
    const chartsFile = textOption(options['charts']);
    if (chartsFile !== undefined) {
      const describe = (index: number) => {
        const part = explanation.parts[index];
        return part === undefined ? '' : wordsOf(part);
      };
      await writeWhole(
        chartsFile,
        chartPage(`${one} and ${other}`, [verdict(explanation)], [waterfall(explanation, describe)]),
      );
    }
    await streams.write(options['json'] === true ? `${JSON.stringify(explanation, null, 2)}\n` : textOf(explanation));
    return 0;
  },
};

/** As `resolveRecords` would measure it, so that the weights are those that decided. */
function measured(model: IdentityModel, prepared: PreparedRecords): IdentityModel {
  if (prepared.count < leastRecordsToFit) return model;
  return measureModel(model, prepared).model;
}

function recordAt({ ids }: PreparedRecords, id: string): number {
  const index = ids.indexOf(id);
  if (index >= 0) return index;
  const meant = didYouMean(id, ids.slice(0, 10_000));
  throw new UsageError(`there is no record "${id}".${meant === null ? '' : ` Did you mean "${meant}"?`}`);
}

function textOf(explanation: PairExplanation): string {
  const line = (bits: number, words: string) =>
    `${bits >= 0 ? '+' : '-'}${Math.abs(bits).toFixed(2).padStart(6)}  ${words}`;
  const compared = explanation.parts.filter(({ level }) => level !== null);
  // What neither of them has is nothing to tell.
  const missing = explanation.parts.filter(
    ({ level, left, right }) => level === null && Object.keys({ ...left, ...right }).length > 0,
  );
  return [
    line(explanation.priorBits, 'before anything is compared'),
    ...compared.map((part) => line(part.bits, wordsOf(part))),
    ...missing.map((part) => `         ${wordsOf(part)}`),
    line(explanation.bits, verdict(explanation)),
    '',
  ].join('\n');
}

function wordsOf(part: PairPart): string {
  return partInWords(part) ?? `Not compared: ${part.features.join(', ').replaceAll('_', ' ')}`;
}

const zoneWords = { same: 'the same customer', ask: 'for a person to review', different: 'two customers' } as const;

function verdict({ probability, zone, guards }: PairExplanation): string {
  const kept = guards.map(({ feature, values }) => `; kept apart by two ${feature}: ${values.join(' and ')}`).join('');
  const percent = probability > 0.9999 ? 'over 99.99' : (probability * 100).toFixed(2);
  return `in bits: ${percent} % likely one customer, ${zoneWords[zone]}${kept}`;
}
