import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileJourney, importWorkflow, type Journey } from '../../../engine/index.ts';
import { parseJourney, rulePacks } from '../../../rules/index.ts';
import { countingIds } from './journeys.ts';

const folder = join(process.env['STEWARD_SHARED'] ?? '../shared', 'data/n8n-workflows');
const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];

/** Workflows that n8n users published; a stranger’s clone does not have them. */
describe.skipIf(files.length === 0)('workflows that n8n users published', () => {
  it.each(files)('%s imports and compiles back unchanged', (file) => {
    const workflow: unknown = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    const imported = importWorkflow(workflow, { id: 'imported', newId: countingIds() });
    expect(imported.ok ? [] : imported.issues).toEqual([]);
    if (!imported.ok) return;
    const compiled = compileJourney(imported.value, { packs: rulePacks });
    expect(compiled).toEqual({ ok: true, value: workflow });
    expect(parseJourney(imported.value)).toMatchObject({ ok: true });
    expectUniquePrefixes(imported.value);
  });
});

function expectUniquePrefixes(journey: Journey): void {
  const prefixes = journey.steps.map((step) => step.id.slice(0, 6));
  expect(new Set(prefixes).size).toBe(prefixes.length);
}
