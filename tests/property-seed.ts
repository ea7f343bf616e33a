import fc from 'fast-check';

// Property tests try the same cases on every machine, so that a failure is a failure of the change at hand.
// `npm run test:long` sets STEWARD_SEED=random and looks for new ones; STEWARD_SEED=<number> repeats a run.
const seed = process.env['STEWARD_SEED'] ?? '20261122';
fc.configureGlobal(seed === 'random' ? {} : { seed: Number(seed) });
