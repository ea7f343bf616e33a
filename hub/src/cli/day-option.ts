import { dayIn, isDay } from '../../../engine/index.ts';
import { UsageError, type CommandOption } from './command.ts';

/** The option for tables with days of validity. */
export const dayOption: CommandOption = {
  type: 'string',
  help: 'the day that counts where rows have days of validity, YYYY-MM-DD (default: today)',
};

/** The day that `--day` names, else today. */
export function dayOf(option: string | boolean | undefined): string {
  if (typeof option !== 'string') return dayIn(new Date());
  if (!isDay(option)) throw new UsageError(`--day takes a day such as 2026-11-22, not "${option}".`);
  return option;
}
