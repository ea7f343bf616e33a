/** Chosen: 32, because a workflow rarely has more tables; the oldest one goes first. */
const mostKept = 32;

/**
 * What was read from settings, by their text. A workflow behind a webhook reads the same setting on every call: parsing it
 * again would cost more than deciding.
 */
export class KeptByText<Value> {
  private readonly kept = new Map<string, Value>();

  get(text: string, read: (text: string) => Value): Value {
    const known = this.kept.get(text);
    if (known !== undefined) return known;
    const value = read(text);
    const [oldest] = this.kept.keys();
    if (this.kept.size >= mostKept && oldest !== undefined) this.kept.delete(oldest);
    this.kept.set(text, value);
    return value;
  }
}
