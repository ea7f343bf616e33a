/** A day of the proleptic Gregorian calendar. Years count as astronomers do: 0 is 1 BC. */
export interface CivilDay {
  year: number;
  /** 1 to 12. */
  month: number;
  /** 1 to 31. */
  day: number;
}

const daysOfMonths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** Days of 400 years, after which the calendar repeats. */
const daysOfEra = 146_097;
/** From 0000-03-01, where the count of eras begins, to 1970-01-01. */
const epochOffsetDays = 719_468;

/** How many days a month has. @example daysInMonth(2028, 2) // 29 */
export function daysInMonth(year: number, month: number): number {
  const isLeap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return isLeap ? 29 : (daysOfMonths[month - 1] ?? 0);
}

/**
 * Counts the days from 1970-01-01 to a day; earlier days are negative.
 * @param day a day that exists
 * @example daysFromCivil({ year: 2026, month: 11, day: 22 }) // 20779
 * @source Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil (2021)
 */
export function daysFromCivil({ year, month, day }: CivilDay): number {
  // The year begins in March, so that the leap day is its last.
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * daysOfEra + dayOfEra - epochOffsetDays;
}

/**
 * The day that lies so many days after 1970-01-01.
 * @param days a whole number
 * @example civilFromDays(20779) // { year: 2026, month: 11, day: 22 }
 * @source Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days (2021)
 */
export function civilFromDays(days: number): CivilDay {
  const shifted = days + epochOffsetDays;
  const era = Math.floor(shifted / daysOfEra);
  const dayOfEra = shifted - era * daysOfEra;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}
