/**
 * Reads the `flatted` form in which n8n stores execution data: a JSON array whose first entry is the value, and in
 * which every string inside an object or array is the index of another entry.
 *
 * @source https://github.com/WebReflection/flatted (format as of version 3)
 */
export function unflatten(text: string): unknown {
  const entries = JSON.parse(text) as unknown[];
  const built = new Map<number, unknown>();

  const at = (index: number): unknown => {
    if (built.has(index)) return built.get(index);
    const entry = entries[index];
    if (typeof entry !== 'object' || entry === null) return entry;
    const copy: Record<string, unknown> | unknown[] = Array.isArray(entry) ? [] : {};
    // Before its members, because a member may point back here.
    built.set(index, copy);
    for (const [key, value] of Object.entries(entry)) {
      Object.defineProperty(copy, key, { value: member(value), enumerable: true, writable: true, configurable: true });
    }
    return copy;
  };
  const member = (value: unknown): unknown => (typeof value === 'string' ? at(Number(value)) : value);

  return at(0);
}
