import type { JsonObject } from '../../../../engine/index.ts';

/** A line for a POSIX shell that posts a customer to a webhook. */
export function curlLine(url: string, customer: JsonObject): string {
  return `curl -X POST ${quoted(url)} -H 'content-type: application/json' -d ${quoted(JSON.stringify(customer))}`;
}

/** In single quotes nothing has a meaning but the quote itself. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
