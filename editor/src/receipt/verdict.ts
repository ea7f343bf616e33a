import type { ReceiptReport } from '../../../engine/index.ts';
import type { Tone } from '../../ui/index.ts';

export interface Verdict {
  tone: Extract<Tone, 'good' | 'warn' | 'bad'>;
  icon: string;
  title: string;
  words: string;
}

/** What a verification comes to, in a sentence for somebody who never saw a receipt before. */
export function verdictOf({ steps }: Pick<ReceiptReport, 'steps'>): Verdict {
  const stateOf = (wanted: string) => steps.find(({ step }) => step === wanted)?.state;
  if (stateOf('form') === 'failed') {
    return {
      tone: 'bad',
      icon: 'file-x',
      title: 'This is no receipt',
      words:
        'Take the file as it was given to you, unopened and unchanged. If it was sent to you as text, take all of it.',
    };
  }
  const proof = steps.filter(({ step }) => step !== 'key');
  if (proof.some(({ state }) => state !== 'passed')) {
    return {
      tone: 'bad',
      icon: 'shield-x',
      title: 'This receipt does not hold',
      words: 'Something in it is not as it was when it was handed out. Do not rely on what it says; ask for a new one.',
    };
  }
  if (stateOf('key') === 'failed') {
    return {
      tone: 'bad',
      icon: 'shield-x',
      title: 'Signed by a key that you do not trust',
      words:
        'The receipt fits together, but whoever signed it is not who you expect. It may come from another company’s ledger, or be forged.',
    };
  }
  if (stateOf('key') === 'unchecked') {
    return {
      tone: 'warn',
      icon: 'shield-question-mark',
      title: 'The receipt fits together; its signer is not checked yet',
      words: 'Compare the fingerprint of the key below with one that you got from the company by another way.',
    };
  }
  return {
    tone: 'good',
    icon: 'shield-check',
    title: 'Genuine: this decision was recorded as it stands here',
    words: 'Nobody changed it afterwards, neither the decision nor the reasons.',
  };
}
