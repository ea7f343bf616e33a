import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

// The promise of tokens.css: text at 4.5:1 (WCAG 2.2, 1.4.3), the border of a control at 3:1 (1.4.11), light and dark.

const css = readFileSync(new URL('../../../editor/ui/tokens.css', import.meta.url), 'utf8');
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(([, name, light, dark]) => [
    name ?? '',
    { light: light ?? '', dark: dark ?? '' },
  ]),
);

/** Relative luminance. @source WCAG 2.2, definition of "relative luminance" */
function luminance(hex: string): number {
  const channel = (start: number) => {
    const value = parseInt(hex.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(one: string, other: string, theme: 'light' | 'dark'): number {
  const of = (name: string) => {
    const token = tokens.get(name);
    if (!token) throw new Error(`tokens.css has no colour --${name}`);
    return luminance(token[theme]);
  };
  const [darker = 0, lighter = 0] = [of(one), of(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

const grounds = ['ground', 'surface', 'raised', 'sunken', 'hover'];
const inks = ['ink', 'ink-2', 'ink-3', 'accent-text', 'good-text', 'warn-text', 'bad-text'];
const meanings = ['accent', 'good', 'warn', 'bad'];
const families = ['start', 'data', 'decide', 'contact', 'people', 'listen', 'n8n'];

const textPairs = [
  ...inks.flatMap((ink) => grounds.map((ground) => [ink, ground])),
  ...meanings.flatMap((name) => [
    [`${name}-text`, `${name}-soft`],
    ['ink', `${name}-soft`],
    ['ink-2', `${name}-soft`],
  ]),
  ['accent-ink', 'accent'],
  ['accent-ink', 'accent-hover'],
  ['bad-ink', 'bad'],
  ['bad-ink', 'bad-hover'],
  ...families.map((name) => [`f-${name}`, `f-${name}-t`]),
] as [string, string][];

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  it.each(textPairs)('%s reads on %s', (ink, ground) => {
    expect(contrast(ink, ground, theme)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['surface', 'raised', 'ground'])('the border of a control shows on %s', (ground) => {
    expect(contrast('line-control', ground, theme)).toBeGreaterThanOrEqual(3);
  });

  it.each(['prohibited', 'high', 'limited', 'minimal'])('the dot of the level %s shows', (level) => {
    expect(contrast(`level-${level}`, 'surface', theme)).toBeGreaterThanOrEqual(3);
  });
});
