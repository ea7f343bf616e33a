/** The day here and now, `YYYY-MM-DD`: simulations play today. */
export function today(): string {
  // Swedish dates are written as ISO 8601 writes them.
  return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short' }).format(new Date());
}
