import type { IssueMessage } from '../../issue.ts';

/** Wording of what keeps past cases from being decided anew. */
export const backtestMessages: Record<string, IssueMessage> = {
  facts_of_other_inputs:
    'The past cases were read for other inputs than the table "{table}" has now. Read them again: an input was added, removed, or has another path or type.',
};
