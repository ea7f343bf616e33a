import { create } from 'zustand';

export const themeChoices = ['system', 'light', 'dark'] as const;
export type ThemeChoice = (typeof themeChoices)[number];
export type Theme = 'light' | 'dark';

const storageKey = 'steward-theme';

/** What a stored word means; anything unknown is "as the system". */
export function readChoice(stored: string | null): ThemeChoice {
  return themeChoices.find((choice) => choice === stored) ?? 'system';
}

/** What shows on the screen. */
export function resolveTheme(choice: ThemeChoice, systemIsDark: boolean): Theme {
  return choice === 'system' ? (systemIsDark ? 'dark' : 'light') : choice;
}

const system = () => (typeof matchMedia === 'function' ? matchMedia('(prefers-color-scheme: dark)') : undefined);

interface ThemeState {
  choice: ThemeChoice;
  theme: Theme;
}

const useStore = create<ThemeState>(() => ({ choice: 'system', theme: 'light' }));

function show(choice: ThemeChoice) {
  const theme = resolveTheme(choice, system()?.matches ?? false);
  useStore.setState({ choice, theme });
  document.documentElement.dataset.theme = theme;
}

/** Puts the stored choice on the root and follows the system from then on; call once, before the first render. */
export function startTheme(): void {
  show(readChoice(read()));
  system()?.addEventListener('change', () => show(useStore.getState().choice));
  // Another window of the same person.
  addEventListener('storage', (event) => event.key === storageKey && show(readChoice(event.newValue)));
}

/** Keeps a choice in this browser and shows it. */
export function setTheme(choice: ThemeChoice): void {
  try {
    if (choice === 'system') localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, choice);
  } catch {
    // Storage may be shut (private windows): the choice then lasts as long as the page.
  }
  show(choice);
}

/** `choice` is what the person wants, `theme` what shows. */
export function useTheme(): ThemeState & { setTheme: (choice: ThemeChoice) => void } {
  const state = useStore();
  return { ...state, setTheme };
}

function read(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}
