import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { stepTypes } from '../../../engine/index.ts';
import { isIconName } from '../../../editor/ui/icons.ts';

describe('the icon set', () => {
  it.each(Object.values(stepTypes).map(({ type, icon }) => [type, icon]))(
    'holds the icon of the step %s, %s',
    (_, icon) => {
      expect(isIconName(icon)).toBe(true);
    },
  );

  it('does not take what every object inherits for an icon', () => {
    expect(isIconName('constructor')).toBe(false);
  });

  it('holds every icon that a page names', () => {
    const folder = new URL('../../../editor/', import.meta.url);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (name) => name.endsWith('.tsx') && !name.includes('node_modules') && !name.startsWith('dist'),
    );
    const unknown = files.flatMap((file) => {
      const text = readFileSync(new URL(file, folder), 'utf8');
      const named = [...text.matchAll(/(?:\bicon[=:]|<Icon name=)\s*\{?\s*['"]([a-z0-9-]+)['"]/g)];
      return named
        .map((match) => match[1] ?? '')
        .filter((name) => !isIconName(name))
        .map((name) => `${file}: ${name}`);
    });
    expect(files.length).toBeGreaterThan(20);
    expect(unknown).toEqual([]);
  });
});
