import { formatDuration } from '../../host/progress.ts';
import { endRunning } from './commands.ts';
import { longPhases, phases } from './phases.ts';
import { lastLine, oneFailed, oneSkipped, sum, type Outcome } from './tally.ts';

interface Result {
  name: string;
  outcome: Outcome;
  seconds: number;
  note: string;
}

/** How long servers that tests started may take to end when the run is interrupted. */
const graceMs = 10_000;

/**
 * `npm test`: all phases. `--quick`: those for daily work; `--long`: hundreds of kills and random cases, for some hours. Names of phases: only these, such as `npm test -- build e2e`.
 * A failed phase does not end the run; phases that need it are skipped.
 */
export async function main(): Promise<void> {
  const chosen = choose(process.argv.slice(2));
  const results: Result[] = [];
  let interrupted = false;
  let ending = Promise.resolve();
  const interrupt = () => {
    if (!interrupted) ending = endRunning(graceMs);
    interrupted = true;
  };
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', interrupt);

  for (const phase of chosen) {
    if (interrupted) break;
    heading(`${phase.name}: ${phase.title}`);
    const missing = phase.needs.filter((need) =>
      results.some(({ name, outcome }) => name === need && !isGood(outcome)),
    );
    if (missing.length > 0) {
      const note = `not run, because ${missing.join(' and ')} did not pass`;
      console.log(note);
      results.push({ name: phase.name, outcome: oneSkipped, seconds: 0, note });
      continue;
    }
    const begunAt = Date.now();
    const outcome = await phase.run();
    results.push({ name: phase.name, outcome, seconds: (Date.now() - begunAt) / 1000, note: '' });
  }
  await ending;
  if (interrupted) results.push({ name: 'interrupted', outcome: oneFailed, seconds: 0, note: 'the rest was not run' });

  heading('Summary');
  for (const result of results) console.log(resultLine(result));
  const total = sum(results.map(({ outcome }) => outcome));
  console.log(lastLine(total));
  process.exit(total.failed > 0 ? 1 : 0);
}

function choose(args: readonly string[]) {
  if (args.includes('--quick')) {
    process.env['STEWARD_QUICK'] = '1';
    return phases.filter(({ quick }) => quick);
  }
  if (args.includes('--long')) return longPhases;
  if (args.length === 0) return phases;
  const unknown = args.filter((arg) => !phases.some(({ name }) => name === arg));
  if (unknown.length === 0) return phases.filter(({ name }) => args.includes(name));
  console.error(
    `Unknown: ${unknown.join(', ')}. Phases: ${phases.map(({ name }) => name).join(', ')}; or --quick, --long.`,
  );
  process.exit(2);
}

/** A skipped phase is not good: what needs it cannot run either. */
function isGood(outcome: Outcome): boolean {
  return outcome.failed === 0 && outcome.passed > 0;
}

function heading(text: string): void {
  console.log(`\n=== ${text}`);
}

function resultLine({ name, outcome, seconds, note }: Result): string {
  const word = outcome.failed > 0 ? 'FAILED' : outcome.passed > 0 ? 'ok' : 'skipped';
  const counts =
    note ||
    `${outcome.passed} of ${outcome.passed + outcome.failed}${outcome.skipped ? `, ${outcome.skipped} left out` : ''}`;
  return `${name.padEnd(13)} ${word.padEnd(8)} ${counts}${note ? '' : `, ${formatDuration(seconds)}`}`;
}

if (import.meta.main) await main();
