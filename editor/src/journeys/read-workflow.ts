import { describeIssue, importWorkflow, isJsonObject, type Issue, type Journey } from '../../../engine/index.ts';
import { parseJourney } from '../../../rules/index.ts';
import { jsonPlace } from './json-place.ts';

/** What a text holds: a journey with what became of its nodes, or why it cannot be read. */
export type ReadWorkflow =
  | { ok: true; from: 'workflow' | 'journey'; journey: Journey; modelled: number; kept: number }
  | { ok: false; title: string; problems: string[] };

/**
 * Reads the JSON of one n8n workflow: a file that n8n exported, or what Ctrl+C gives on its canvas. A journey document, as
 * Steward exports it, is taken as a copy with an id of its own, for the one it comes from may be in the same hub.
 */
export function readWorkflow(text: string, newId: () => string): ReadWorkflow {
  const parsed = readJson(text);
  if (!parsed.ok) return parsed;
  // `n8n export:workflow --all` writes a list.
  const value = Array.isArray(parsed.value) && parsed.value.length === 1 ? (parsed.value[0] as unknown) : parsed.value;
  if (Array.isArray(value)) return refused([`It holds ${value.length} workflows. Bring in one at a time.`]);
  if (isJsonObject(value) && value['schemaVersion'] !== undefined && Array.isArray(value['steps'])) {
    const parsedJourney = parseJourney(value);
    if (!parsedJourney.ok) return refused(parsedJourney.issues.map(inWords), 'This journey cannot be read');
    return accepted('journey', { ...parsedJourney.value, id: newId() });
  }
  const result = importWorkflow(value, { id: newId(), newId });
  if (!result.ok) return refused(result.issues.map(inWords));
  return accepted('workflow', result.value);
}

function accepted(from: 'workflow' | 'journey', journey: Journey): ReadWorkflow {
  const kept = journey.steps.filter(({ type }) => type === 'opaque').length;
  return { ok: true, from, journey, kept, modelled: journey.steps.length - kept };
}

function refused(problems: string[], title = 'This cannot be read as an n8n workflow'): ReadWorkflow {
  return { ok: false, title, problems };
}

/** The wording, and the place where it does not name one. */
function inWords(issue: Issue): string {
  const place = issue.path.join('.');
  const words = describeIssue(issue);
  return place === '' || words.includes(place) ? words : `${words} (${place})`;
}

type ReadJson = { ok: true; value: unknown } | { ok: false; title: string; problems: string[] };

/** `JSON.parse` with words for people: what is there instead, or the line where it stops being JSON. */
export function readJson(text: string): ReadJson {
  const body = text.replace(/^\uFEFF/, '');
  const trimmed = body.trim();
  const title = 'This is not JSON';
  if (trimmed === '')
    return { ok: false, title: 'There is nothing to read', problems: ['Paste a workflow, or choose its file.'] };
  if (trimmed.startsWith('<')) {
    return {
      ok: false,
      title,
      problems: ['It looks like a web page. In n8n, choose “Download” in the menu of the workflow.'],
    };
  }
  try {
    return { ok: true, value: JSON.parse(body) as unknown };
  } catch {
    const place = jsonPlace(body);
    const where = place
      ? `It stops being JSON at line ${place.line}, column ${place.column}.`
      : 'It ends too early. Was all of it copied?';
    return { ok: false, title, problems: [where] };
  }
}
