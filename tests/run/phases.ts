import { check, script, vitest } from './commands.ts';
import type { Outcome } from './tally.ts';

export interface Phase {
  name: string;
  title: string;
  /** Belongs to `npm run test:quick`. */
  quick: boolean;
  /** Phases without whose success this one would only repeat their failure. */
  needs: readonly string[];
  run(): Promise<Outcome>;
}

/** `npm test`, in order: what fails fastest comes first. */
export const phases: readonly Phase[] = [
  phase('generate', 'Validators from the JSON Schemas', { quick: true }, () => script('generate')),
  phase('lint', 'Lint', {}, () => script('lint')),
  phase('types', 'Types', { quick: true, needs: ['generate'] }, () => script('typecheck')),
  phase('unit', 'Unit tests and cases', { quick: true, needs: ['generate'] }, () => vitest('unit')),
  phase('architecture', 'Who may import whom', {}, () => vitest('architecture')),
  phase('build', 'Nodes, hub and designer', { needs: ['generate'] }, () => check(process.execPath, 'host/build.ts')),
  phase('packaging', 'Bundles alone, n8n’s scanner', { needs: ['build'] }, () => vitest('packaging')),
  phase('stores', 'Both stores, on a real PostgreSQL', { needs: ['generate'] }, () => vitest('stores')),
  phase('kill', 'The hub killed under load', { needs: ['build'] }, () => vitest('kill')),
  phase('host', 'The pinned n8n', {}, () => check(process.execPath, 'host/install.ts')),
  phase('e2e', 'End to end on the real n8n', { needs: ['build', 'host'] }, () => vitest('e2e')),
  phase('browser', 'The pages in a real Chromium', { needs: ['build', 'host'] }, () => vitest('browser')),
  phase('scale', 'n8n in queue mode, two hubs on one PostgreSQL', { needs: ['build', 'host'] }, () => vitest('scale')),
];

/** Chosen: 20 runs, because each of them tries some 3,000 new cases in about half a minute. */
const longRuns = 20;

/** `npm run test:long`: the property tests with new random cases, again and again. */
export const longPhases: readonly Phase[] = [
  ...phases.filter(({ name }) => ['generate', 'build'].includes(name)),
  phase('kill', 'The hub killed under load, 200 times on each store', { needs: ['build'] }, () =>
    vitest('kill', { STEWARD_KILLS: '200' }),
  ),
  ...Array.from({ length: longRuns }, (_, run) =>
    phase(`random ${run + 1}`, 'Unit tests and cases, with random cases', { needs: ['generate'] }, () =>
      vitest('unit', { STEWARD_SEED: 'random' }),
    ),
  ),
];

function phase(
  name: string,
  title: string,
  { quick = false, needs = [] }: { quick?: boolean; needs?: readonly string[] },
  run: () => Promise<Outcome>,
): Phase {
  return { name, title, quick, needs, run };
}
