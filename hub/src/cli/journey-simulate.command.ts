import {
  handoffPlaybook,
  journeyProblems,
  readsTexts,
  simulateJourney,
  type Journey,
  type JourneyPorts,
  type JsonObject,
} from '../../../engine/index.ts';
import { parseJourney, playbooks, rulePacks } from '../../../rules/index.ts';
import type { Command } from './command.ts';
import { dayOf, dayOption } from './day-option.ts';
import { lineError } from './line-error.ts';
import { loadShippedTextModel } from './load-text-model.ts';
import { processLines, type LineResult } from './process-lines.ts';
import { listIssues, readable, readJson } from './read-document.ts';

/** `steward journey simulate JOURNEY.json`: a line per customer in, what n8n would do with each out. */
export const journeySimulateCommand: Command = {
  words: ['journey', 'simulate'],
  operands: ['JOURNEY.json'],
  summary: 'say what n8n would do with each customer',
  help: [
    'Reads one customer per line from standard input, as a caller would post it to the journey’s webhook, and writes one line for each: {"path": [step ids], "outcome": {"status", "body"} or null, "decisions": […], "error": null or {"code", "message", "path"}}.',
    'Nodes that Steward does not model pass customers on unchanged; --details says which did.',
  ],
  options: {
    day: dayOption,
    details: { type: 'boolean', help: 'add "answeredBy", "links" and "assumptions"' },
  },
  examples: ['steward journey simulate journey.json < customers.jsonl'],
  async run({ operands, options, streams }) {
    const file = operands[0] ?? '';
    const journey = readable(file, parseJourney(await readJson(file, streams)));
    const problems = journeyProblems(journey, { packs: rulePacks }).filter((issue) => issue.severity === 'error');
    if (problems.length > 0) streams.note(`${listIssues(problems)}\n`);
    const ports: JourneyPorts = {
      packs: rulePacks,
      day: dayOf(options['day']),
      ...(readsTexts(journey) && { textModel: loadShippedTextModel(), playbook: playbooks[handoffPlaybook] }),
    };
    return await processLines(
      streams,
      (customer) => simulateLine(journey, customer, ports, options['details'] === true),
      (error) => ({ path: [], outcome: null, decisions: [], error }),
    );
  },
};

function simulateLine(journey: Journey, customer: JsonObject, ports: JourneyPorts, details: boolean): LineResult {
  const { path, outcome, decisions, error, answeredBy, links, assumptions } = simulateJourney(journey, customer, ports);
  const line = { path, outcome, decisions, error: error === null ? null : lineError(error) };
  return { output: details ? { ...line, answeredBy, links, assumptions } : line, failed: error !== null };
}
