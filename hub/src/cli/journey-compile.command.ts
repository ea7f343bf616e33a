import { compileJourney, journeyProblems } from '../../../engine/index.ts';
import { parseJourney, rulePacks } from '../../../rules/index.ts';
import type { Command } from './command.ts';
import { lineError } from './line-error.ts';
import { listIssues, readable, readJson } from './read-document.ts';

/** `steward journey compile JOURNEY.json`: the workflow that n8n runs. */
export const journeyCompileCommand: Command = {
  words: ['journey', 'compile'],
  operands: ['JOURNEY.json'],
  summary: 'compile a journey to an n8n workflow',
  help: [
    'Writes the n8n workflow to standard output, ready for n8n’s Import from File. JOURNEY.json may be - for standard input.',
    'Problems of the journey go to standard error. A journey that cannot be said as a workflow gives no output and exit code 1.',
  ],
  options: {
    json: { type: 'boolean', help: 'write {"workflow", "problems"} instead, for machines' },
    strict: { type: 'boolean', help: 'exit with 1 when the journey has errors, even if it compiles' },
  },
  examples: ['steward journey compile journey.json > workflow.json'],
  async run({ operands, options, streams }) {
    const file = operands[0] ?? '';
    const journey = readable(file, parseJourney(await readJson(file, streams)));
    const ports = { packs: rulePacks };
    const compiled = compileJourney(journey, ports);
    const problems = [...(compiled.ok ? [] : compiled.issues), ...journeyProblems(journey, ports)];
    const workflow = compiled.ok ? compiled.value : null;
    if (options['json'] === true) {
      const report = {
        workflow,
        problems: problems.map((issue) => ({ ...lineError(issue), severity: issue.severity })),
      };
      await streams.write(`${JSON.stringify(report, null, 2)}\n`);
    } else {
      if (problems.length > 0) streams.note(`${listIssues(problems)}\n`);
      if (workflow !== null) await streams.write(`${JSON.stringify(workflow, null, 2)}\n`);
    }
    const hasErrors = problems.some((issue) => issue.severity === 'error');
    return workflow === null || (hasErrors && options['strict'] === true) ? 1 : 0;
  },
};
