import { describe, expect, it } from 'vitest';
import { readChoice, resolveTheme } from '../../../editor/ui/theme.ts';

describe('the theme', () => {
  it.each([
    [null, 'system'],
    ['', 'system'],
    ['sepia', 'system'],
    ['light', 'light'],
    ['dark', 'dark'],
  ] as const)('reads the stored word %o as %s', (stored, choice) => {
    expect(readChoice(stored)).toBe(choice);
  });

  it.each([
    ['system', true, 'dark'],
    ['system', false, 'light'],
    ['light', true, 'light'],
    ['dark', false, 'dark'],
  ] as const)('shows for the choice %s, with the system dark %o, %s', (choice, dark, theme) => {
    expect(resolveTheme(choice, dark)).toBe(theme);
  });
});
