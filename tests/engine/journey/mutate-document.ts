import type { JsonObject, JsonValue } from '../../../engine/index.ts';

/** Changes one place of a document, found by walking down at random. */
export function mutate(root: JsonObject, choices: Iterator<number>, value: JsonValue, how: string): void {
  let container = root as Record<string, JsonValue | undefined>;
  for (let depth = 0; depth < 6; depth += 1) {
    const keys = Object.keys(container);
    const key = keys[(choices.next().value as number) % Math.max(1, keys.length)];
    const child = key === undefined ? undefined : container[key];
    if (typeof child === 'object' && child !== null && (choices.next().value as number) % 4 > 0) {
      container = child as typeof container;
      continue;
    }
    if (how === 'add' && !Array.isArray(container)) container['unknown'] = value;
    else if (key !== undefined && how === 'remove') Reflect.deleteProperty(container, key);
    else if (key !== undefined) container[key] = value;
    return;
  }
}
