import type { JsonValue } from './json.ts';

export const severities = ['error', 'warning'] as const;
export type Severity = (typeof severities)[number];

/**
 * A problem as data: what is wrong (`code`), where (`path`), and the figures that a message needs (`params`).
 * The wording lives in `issue-messages.ts` alone.
 */
export interface Issue {
  /** Stable, snake_case. */
  code: string;
  /** Where, as JSON pointer segments from the document's root: `['rows', 3, 'when', 'amount']`. */
  path: (string | number)[];
  severity: Severity;
  params: Record<string, JsonValue>;
}

/** The answer of a function that can be given bad input: a value, or the problems that stood in the way. */
export type Result<T> = { ok: true; value: T } | { ok: false; issues: Issue[] };

/** Shorthand for an issue of severity `error`. */
export function errorIssue(code: string, path: Issue['path'], params: Issue['params'] = {}): Issue {
  return { code, path, severity: 'error', params };
}

/**
 * The wording of one code: what is wrong, and what to do. `{name}` stands for a param; a function words what a template
 * cannot.
 */
export type IssueMessage = string | ((params: Issue['params']) => string);
