import { compileJourney, describeIssue, type Journey } from '../../../engine/index.ts';
import { rulePacks } from '../../../rules/index.ts';

/** The journey as the JSON of an n8n workflow, or the words for why it cannot be one yet. */
export function workflowJson(journey: Journey): { ok: true; json: string } | { ok: false; problems: string[] } {
  const compiled = compileJourney(journey, { packs: rulePacks });
  if (compiled.ok) return { ok: true, json: JSON.stringify(compiled.value, null, 2) };
  return { ok: false, problems: compiled.issues.map(describeIssue) };
}
