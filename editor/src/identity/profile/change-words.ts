import type { IdentityChange } from '../../../../engine/index.ts';
import { counted } from '../parts/counted.ts';

/** What happened to a profile: the sign that stands for it and the words. */
export function changeInWords({ kind, records, profiles }: IdentityChange): { icon: string; words: string } {
  switch (kind) {
    case 'created':
      return { icon: 'plus', words: `The profile began with ${counted(records.length, 'record')}` };
    case 'joined':
      return { icon: 'link', words: `${counted(records.length, 'record')} joined` };
    case 'merged':
      return { icon: 'merge', words: `${counted(profiles.length, 'profile')} became one` };
    case 'split':
      return { icon: 'split', words: `${counted(records.length, 'record')} went to a profile of their own` };
    case 'answered':
      return { icon: 'circle-question-mark', words: 'A question was answered' };
    case 'undone':
      return { icon: 'undo-2', words: 'A change was undone' };
    case 'policy-changed':
      return { icon: 'scale', words: 'The rule was changed' };
  }
}
