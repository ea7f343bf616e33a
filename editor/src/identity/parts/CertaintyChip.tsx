import { Chip } from '../../../ui/index.ts';
import { percentInWords } from './certainty.ts';

interface CertaintyChipProps {
  /** Of the weakest join; null: nothing was joined. */
  probability: number | null;
}

/** How sure it is that all records of a profile are one customer. */
export function CertaintyChip({ probability }: CertaintyChipProps) {
  if (probability === null) return <span className="id-quiet">one record</span>;
  const tone = probability >= 0.99 ? 'good' : probability >= 0.9 ? 'warn' : 'bad';
  return <Chip tone={tone}>{percentInWords(probability)}</Chip>;
}
