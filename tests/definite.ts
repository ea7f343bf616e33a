/** The value, or a failed test: what a test looks up has to be there. */
export function definite<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the value is missing');
  return value;
}
