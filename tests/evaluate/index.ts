import { existsSync } from 'node:fs';
import { sentimentFolder } from '../../rules/text-model/training-data.ts';
import { crossValidated, wantedPrecision, type CrossValidated } from './cross-validated.ts';
import { escalationTargets, evaluateConversation, lookAlikeTarget, tallyLines } from './evaluate-conversation.ts';
import { evaluateCorpus } from './evaluate-corpus.ts';
import { evaluateIdentity, type IdentityFigures } from './evaluate-identity.ts';
import { evaluatePersonalData } from './evaluate-personal-data.ts';
import { evaluateSentiment } from './evaluate-sentiment.ts';
import { targetsOf, type Target } from './identity-targets.ts';
import { labelledSets, syntheticSets } from './labelled-customers.ts';

const usage = `Usage: npm run evaluate -- [--set NAME]

How right the default model is on labelled sets of customers, without national ids and with nothing tuned per set: FEBRL 1 to 3,
the same with name, birth date and postcode alone, and fake_1000, read from the folder identity in STEWARD_DATA (default
../shared/data); and companies made up from seeds. Ends with 1 where a floor is missed, with 2 where there are no data.
  --set NAME  only sets whose name contains this; personal-data: what is left of personal data in texts, and what is found wrongly;
              sentiment: the text model on tweets in eight languages, read from the folder sentiment;
              conversation: what is decided about messages of customers, and harmless look-alikes; counts alone;
              corpus: the same about messages that the model learns from, each decided by a model that has not seen its theme
`;

function main(args: string[]): number {
  if (args.includes('--help')) {
    process.stdout.write(usage);
    return 0;
  }
  const wanted = args.includes('--set') ? (args[args.indexOf('--set') + 1] ?? '') : '';
  const missedOfTexts = wanted === '' || wanted === 'personal-data' ? printPersonalData() : 0;
  if (wanted === 'personal-data') return missedOfTexts === 0 ? 0 : 1;
  if (wanted === 'sentiment') return printSentiment();
  if (wanted === 'conversation') return printConversation();
  if (wanted === 'corpus') return printCorpus();
  const sets = [...labelledSets(), ...syntheticSets()].filter(({ name }) => name.includes(wanted));
  if (sets.length === 0) {
    process.stderr.write(
      'No labelled sets were found: set STEWARD_DATA to the folder that has identity/dataset1.csv.\n',
    );
    return 2;
  }
  let missed = missedOfTexts;
  for (const set of sets) {
    const figures = evaluateIdentity(set);
    process.stdout.write(`${set.name}: ${summary(figures)}\n`);
    for (const target of targetsOf(set.family, figures)) {
      if (target.value < target.floor) missed++;
      process.stdout.write(`  ${line(target)}\n`);
    }
    process.stdout.write(`  ${heldOut(crossValidated(set))}\n`);
  }
  process.stdout.write(missed === 0 ? 'All floors hold.\n' : `Floors missed: ${missed}.\n`);
  return missed === 0 ? 0 : 1;
}

/** @returns how many floors are missed */
function printPersonalData(): number {
  const { lines, missed } = evaluatePersonalData();
  process.stdout.write(`${lines.join('\n')}\n`);
  return missed;
}

/** @returns 1 where a floor is missed, 2 where there are no data */
function printSentiment(): number {
  if (!existsSync(sentimentFolder)) {
    process.stderr.write('There are no texts: set STEWARD_DATA to the folder that has sentiment/vader-tweets.tsv.\n');
    return 2;
  }
  const { targets, lines } = evaluateSentiment();
  for (const target of targets) process.stdout.write(`${line(target)}\n`);
  for (const said of lines) process.stdout.write(`       ${said}\n`);
  return targets.every(({ value, floor }) => value >= floor) ? 0 : 1;
}

/** @returns 1 where a floor is missed */
function printConversation(): number {
  const [development, escalation, lookAlikes] = (['development', 'escalation', 'look-alikes'] as const).map(
    evaluateConversation,
  );
  const targets = [...escalationTargets(escalation ?? []), lookAlikeTarget(lookAlikes ?? [])];
  for (const said of tallyLines([...(escalation ?? []), ...(lookAlikes ?? [])]))
    process.stdout.write(`       ${said}\n`);
  for (const target of escalationTargets(development ?? [])) process.stdout.write(`development: ${line(target)}\n`);
  for (const target of targets) process.stdout.write(`${line(target)}\n`);
  return targets.every(({ value, floor }) => value >= floor) ? 0 : 1;
}

/** @returns 0: nothing of the project is judged by these figures; they are what choices are made by */
function printCorpus(): number {
  const tallies = evaluateCorpus();
  const lookAlikes = tallies.filter(({ kind }) => kind === 'look-alike');
  for (const said of tallyLines(tallies)) process.stdout.write(`       ${said}\n`);
  const targets = [
    ...escalationTargets(tallies.filter(({ kind }) => kind !== 'look-alike')),
    lookAlikeTarget(lookAlikes),
  ];
  for (const target of targets) process.stdout.write(`corpus, five-fold by theme: ${line(target)}\n`);
  return 0;
}

function summary(figures: IdentityFigures): string {
  const { records, truePairs, automatic, likeliest, asked, kept, candidates, expectedOff, seconds } = figures;
  return [
    `${records} records, ${truePairs} true pairs, ${candidates} pairs compared (${share(kept)} of the true ones)`,
    `likeliest P ${share(likeliest.precision)} R ${share(likeliest.recall)}`,
    `joined P ${share(automatic.precision)} R ${share(automatic.recall)}, ${automatic.joinedPairs - automatic.rightPairs} wrong`,
    `${asked} pairs to ask about`,
    `expected matches ${expectedOff < 0 ? '' : '+'}${(100 * expectedOff).toFixed(1)} %`,
    `${seconds.toFixed(1)} s`,
  ].join('; ');
}

function heldOut({ thresholds, answers }: CrossValidated): string {
  const { joined, right, truePairs } = thresholds;
  const { count, before, after } = answers;
  return [
    `five-fold: thresholds chosen for precision ${wantedPrecision}: pairs P ${share(joined === 0 ? 1 : right / joined)} R ${share(right / truePairs)}`,
    `${count} doubtful pairs, wrong before and after learning from the others' answers ${before.wrong}, ${after.wrong}; surprise ${before.bits.toFixed(3)}, ${after.bits.toFixed(3)} bits`,
  ].join('; ');
}

function line({ figure, value, floor, goal }: Target): string {
  const verdict = value >= goal ? 'goal' : value >= floor ? 'floor' : 'MISSED';
  return `${verdict.padEnd(6)} ${share(value)}  ${figure} (floor ${floor.toFixed(4)}, goal ${goal.toFixed(4)})`;
}

function share(value: number): string {
  return value.toFixed(4);
}

process.exitCode = main(process.argv.slice(2));
