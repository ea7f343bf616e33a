import { contractMessages } from './contract/messages.ts';
import { auditMessages } from './audit/messages.ts';
import { conversationMessages } from './conversation/messages.ts';
import { digestMessages } from './digest/messages.ts';
import { backtestMessages } from './decision/backtest/messages.ts';
import { cellMessages } from './decision/cell/messages.ts';
import { dmnMessages } from './decision/dmn/messages.ts';
import { spreadsheetMessages } from './decision/spreadsheet/messages.ts';
import { evaluateMessages } from './decision/evaluate/messages.ts';
import { factMessages } from './decision/facts/messages.ts';
import { recordMessages } from './decision/record/messages.ts';
import { riskMessages } from './decision/risk/messages.ts';
import { tableMessages } from './decision/table/messages.ts';
import { jsonRulesMessages } from './decision/json-rules/messages.ts';
import { documentMessages } from './document-messages.ts';
import type { Issue, IssueMessage } from './issue.ts';
import { identityMessages } from './identity/messages.ts';
import { journeyMessages } from './journey/messages.ts';
import type { JsonValue } from './json.ts';
import { sentimentMessages } from './sentiment/messages.ts';

/** All wording, by code. A domain adds its own file of messages here. */
const domains: Record<string, IssueMessage>[] = [
  documentMessages,
  digestMessages,
  auditMessages,
  backtestMessages,
  cellMessages,
  jsonRulesMessages,
  dmnMessages,
  recordMessages,
  tableMessages,
  evaluateMessages,
  factMessages,
  riskMessages,
  spreadsheetMessages,
  journeyMessages,
  contractMessages,
  identityMessages,
  conversationMessages,
  sentimentMessages,
];

const messages: Record<string, IssueMessage> = Object.assign({}, ...domains);

/**
 * Words an issue for people: what is wrong, where, and what to do. One or two sentences, no markup, no value of a
 * customer's record. A code without wording gives the code itself, spelled out, so that nothing goes unsaid.
 * @example describeIssue({ code: 'wrong_type', path: ['order', 'amount'], severity: 'error', params: { … } })
 * // 'order.amount should be a number but is a text. …'
 */
export function describeIssue(issue: Issue): string {
  const message = Object.hasOwn(messages, issue.code) ? messages[issue.code] : undefined;
  const where = describePlace(issue);
  if (message === undefined) return `${where}${capitalized(issue.code.replaceAll('_', ' '))}.`;
  const text = typeof message === 'function' ? message(issue.params) : fill(message, issue.params);
  return `${where}${text}`;
}

/** Codes that have a wording; tests hold that every code in use is among them, and that none has two. */
export const wordedCodes: readonly string[] = domains.flatMap(Object.keys);

/** Table, row, column, test or case that the params name; the path alone says it for machines. */
function describePlace({ params }: Issue): string {
  const { table, used } = params;
  const place = placeInTable(params);
  return typeof used === 'string' && typeof table === 'string'
    ? `Table "${table}"${place && `, ${lowered(place)}`}: `
    : place && `${place}: `;
}

function placeInTable(params: Issue['params']): string {
  const { row, input, output, test, case: branchCase, cell, columnName, sheet, address } = params;
  if (typeof sheet === 'string' && typeof address === 'string') return `Sheet "${sheet}", cell ${address}`;
  if (typeof row === 'string' && typeof input === 'string' && typeof cell === 'string') {
    return `Row "${row}", column "${input}"`;
  }
  if (typeof row === 'string' && typeof output === 'string') return `Row "${row}", result "${output}"`;
  if (typeof test === 'string') return `Test "${test}"`;
  if (typeof row === 'string') return `Row "${row}"`;
  if (typeof branchCase === 'string') return `Case "${branchCase}"`;
  if (typeof columnName === 'string') return `Column "${columnName}"`;
  return '';
}

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function fill(template: string, params: Issue['params']): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => describeValue(params[name] ?? null));
}

/** A param inside a sentence: texts as they are, lists with commas. */
function describeValue(value: JsonValue): string {
  if (Array.isArray(value)) return value.map(describeValue).join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
