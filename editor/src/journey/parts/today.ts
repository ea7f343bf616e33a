import { dayIn } from '../../../../engine/index.ts';

/** The day here and now, `YYYY-MM-DD`: simulations play today. */
export function today(): string {
  return dayIn(new Date());
}
