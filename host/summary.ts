import type { JsonObject } from '../engine/index.ts';
import { loopback } from './port.ts';

export interface SummaryFacts {
  port: number;
  /** null: the password was changed in n8n, so only its owner knows it. */
  signIn: { email: string; password: string | null };
  example: { name: string; webhookUrl: string; customer: JsonObject } | null;
  logFile: string;
  startSeconds: number;
}

/** The one summary of a start, ready to print. */
export function summarize(facts: SummaryFacts): string {
  const address = `http://${loopback}:${facts.port}`;
  const lines = [
    '',
    `Steward is running (started in ${Math.round(facts.startSeconds)} s).`,
    '',
    `  Designer   ${address}/steward`,
    `  n8n        ${address}`,
    `  Sign in    ${facts.signIn.email}`,
    `  Password   ${facts.signIn.password ?? '(the one that you chose in n8n)'}`,
    '',
  ];
  if (facts.example !== null) {
    lines.push(
      `Try the example "${facts.example.name}" with a customer:`,
      '',
      ...curlLines(facts.example.webhookUrl, facts.example.customer),
      '',
    );
  }
  lines.push(`Stop: Ctrl-C.  Forget everything: npm run reset.  n8n's log: ${facts.logFile}`, '');
  return lines.join('\n');
}

/** A command to paste into a shell that posts one customer. */
export function curlLines(url: string, customer: JsonObject): string[] {
  return [`curl -s -X POST ${quote(url)} -H 'content-type: application/json' -d ${quote(JSON.stringify(customer))}`];
}

/** Quotes for a POSIX shell. */
function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
