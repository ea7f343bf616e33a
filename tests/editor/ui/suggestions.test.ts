import { describe, expect, it } from 'vitest';
import { suggestions } from '../../../editor/ui/Combobox.tsx';

const options = [
  { value: 'customer.amount' },
  { value: 'amount' },
  { value: 'purpose', label: 'Amount of care' },
  { value: 'order.currency' },
];
const values = (typed: string) => suggestions(options, typed).map(({ value }) => value);

describe('suggestions', () => {
  it('are all options while nothing is typed, in their order', () => {
    expect(values(' ')).toEqual(['customer.amount', 'amount', 'purpose', 'order.currency']);
  });

  it('put first what begins with the text, whatever its case', () => {
    expect(values('AMOUNT')).toEqual(['amount', 'customer.amount', 'purpose']);
  });

  it('are none when nothing fits', () => {
    expect(values('xyz')).toEqual([]);
  });
});
