import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { trainedWeights } from './trained-weights.ts';
import { sentimentFolder } from './training-data.ts';

// Learns rules/text-model/weights.json anew: `npm run train`.

if (existsSync(sentimentFolder)) {
  writeFileSync(path.join(import.meta.dirname, 'weights.json'), trainedWeights());
  process.stdout.write('Wrote rules/text-model/weights.json\n');
} else {
  process.stderr.write('There are no data: set STEWARD_DATA to the folder that has sentiment/vader-tweets.tsv.\n');
  process.exitCode = 2;
}
