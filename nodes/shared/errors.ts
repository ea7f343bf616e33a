import { NodeOperationError } from 'n8n-workflow';
import type { INode } from 'n8n-workflow';
import { describeIssue } from '../../engine/index.ts';
import type { Issue } from '../../engine/index.ts';

const shownProblems = 5;

/** The error of a setting that cannot be used: the first problem in the headline, the next ones below it. */
export function settingError(node: INode, setting: string, issues: Issue[]): NodeOperationError {
  const [first, ...others] = issues.map(describeIssue);
  return new NodeOperationError(node, `The setting "${setting}" cannot be used: ${first ?? 'it is not valid'}`, {
    level: 'warning',
    description: description(others, `Correct "${setting}" in the node "${node.name}".`),
  });
}

/** The error of one item, with its place in the input. */
export function itemError(node: INode, itemIndex: number, issues: Issue[]): NodeOperationError {
  const [first, ...others] = issues.map(describeIssue);
  return new NodeOperationError(node, first ?? 'The item cannot be decided', {
    itemIndex,
    level: 'warning',
    description: description(
      others,
      `This is about item ${itemIndex}, counted from 0. Correct the data, or set "On Error" in the node's settings to let failed items go on with their error.`,
    ),
  });
}

function description(problems: string[], advice: string): string {
  const shown = problems.slice(0, shownProblems - 1);
  const left = problems.length - shown.length;
  // n8n's editor runs lines together, so each problem needs a mark of its own.
  const listed = [...shown, ...(left > 0 ? [`And ${left} more problems.`] : [])].map((problem) => `• ${problem}`);
  return [...listed, advice].join('\n');
}
