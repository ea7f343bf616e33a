import { NodeApiError } from 'n8n-workflow';
import type { INode } from 'n8n-workflow';
import type { HubProblem } from './hub.ts';

const elsewhere =
  'The Hub URL of the credential leads to another address: enter the one to which it leads, such as https in place of http.';

/** What to do about a refusal, by its status. */
const advice: Record<number, string> = {
  0: 'Choose a credential of the type Steward Hub API in this node, and test it.',
  200: 'Check the Hub URL of the credential: inside n8n it is the address of n8n with /steward behind it.',
  301: elsewhere,
  302: elsewhere,
  303: elsewhere,
  307: elsewhere,
  308: elsewhere,
  400: 'Hub and nodes may be of different versions: update the older one.',
  401: 'Check the API key of the credential; an administrator of Steward makes and revokes keys.',
  403: 'Ask an administrator of Steward for an API key that may append to the ledger.',
  404: 'Check the Hub URL of the credential: inside n8n it is the address of n8n with /steward behind it.',
  409: 'The same run of this node has recorded another decision for an item before. Start the workflow anew, so that its decisions are recorded under a new execution.',
  413: 'A single record is larger than the hub accepts. Let the decision rest on fewer or smaller inputs.',
  422: 'Hub and nodes may be of different versions: update the older one.',
};

/** The error of a node whose decisions could not be recorded. */
export function hubError(node: INode, problem: HubProblem, itemIndex?: number): NodeApiError {
  const [message, what, todo] =
    problem.kind === 'away'
      ? [
          'The hub is away, so the decision was not recorded and nothing goes on',
          problem.detail,
          'Start the hub, then run the workflow again. "Retry On Fail" in the node\'s settings waits for it, and records nothing twice. To go on without it, set "When the Hub Is Away".',
        ]
      : ['The hub did not take the records, so nothing goes on', problem.detail, advice[problem.status] ?? ''];
  const place = itemIndex === undefined ? [] : [`This is about item ${itemIndex}, counted from 0.`];
  return new NodeApiError(
    node,
    {},
    {
      message,
      // n8n's editor runs lines together, so what was said needs a mark of its own.
      description: [`• ${what}`, [todo, ...place].filter((text) => text !== '').join(' ')].join('\n'),
      ...(problem.kind === 'refused' && problem.status > 0 && { httpCode: String(problem.status) }),
      ...(itemIndex !== undefined && { itemIndex }),
    },
  );
}
