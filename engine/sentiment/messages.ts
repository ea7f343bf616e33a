import type { IssueMessage } from '../issue.ts';

export const sentimentMessages: Record<string, IssueMessage> = {
  not_an_overlay:
    'This is not an overlay of own labels: its {at} is missing or wrong. Make one with "steward sentiment adapt", and pass it on unchanged.',
  too_few_labels:
    'There are {messages} labelled messages, and {needed} are needed, with at least {perLabel} for each of two labels. Label more messages.',
  overlay_not_better:
    'On messages it had not seen, the adapted model was right no more often than the base model ({adapted} against {base}, macro-F1). Label more messages, look for labels that contradict one another, or keep the base model.',
};
