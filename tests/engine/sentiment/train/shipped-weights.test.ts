import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { trainedWeights } from '../../../../rules/text-model/trained-weights.ts';
import { sentimentFolder } from '../../../../rules/text-model/training-data.ts';

// Trains for half a minute: only in `npm run test:long`, which sets the seed, and where the data are at hand.
const isLong = process.env['STEWARD_SEED'] === 'random';

test.runIf(isLong && existsSync(sentimentFolder))(
  'training again gives the shipped weights, byte for byte',
  () => {
    const shipped = readFileSync(join(import.meta.dirname, '../../../../rules/text-model/weights.json'), 'utf8');
    expect(trainedWeights() === shipped).toBe(true);
  },
  600_000,
);
