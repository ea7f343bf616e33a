import { useState } from 'react';
import { Segmented, TopBar, useTheme } from '../../ui/index.ts';
import { usePageTitle } from '../app/page-title.ts';
import { ButtonsSection } from './ButtonsSection.tsx';
import { DataSection } from './DataSection.tsx';
import { FieldsSection } from './FieldsSection.tsx';
import { IconsSection } from './IconsSection.tsx';
import { OverlaysSection } from './OverlaysSection.tsx';
import { StatesSection } from './StatesSection.tsx';
import { ColoursSection, MeasuresSection } from './TokensSections.tsx';

const sections = [
  { id: 'colours', title: 'Colours', Show: ColoursSection },
  { id: 'measures', title: 'Type, space, motion', Show: MeasuresSection },
  { id: 'icons', title: 'Icons and families', Show: IconsSection },
  { id: 'buttons', title: 'Buttons', Show: ButtonsSection },
  { id: 'fields', title: 'Fields', Show: FieldsSection },
  { id: 'overlays', title: 'Dialogs, menus, messages', Show: OverlaysSection },
  { id: 'data', title: 'Tables, tabs, chips', Show: DataSection },
  { id: 'states', title: 'Empty, loading, error', Show: StatesSection },
] as const;

type View = 'light' | 'dark' | 'both';

/** The whole design system on one page: every token and every part in its states. */
export function DesignPage() {
  usePageTitle('Design system');
  const { theme } = useTheme();
  const [view, setView] = useState<View | null>(null);
  const shown = view ?? theme;
  const themes = shown === 'both' ? (['light', 'dark'] as const) : ([shown] as const);
  return (
    <>
      <TopBar title="Design system" />
      <div className="ds-bar">
        <nav className="ds-index" aria-label="Sections">
          {sections.map(({ id, title }) => (
            <a key={id} href={`#${id}`}>
              {title}
            </a>
          ))}
        </nav>
        <Segmented<View>
          label="Theme of the samples"
          size="s"
          value={shown}
          onChange={setView}
          options={[
            { value: 'light', label: 'Light' },
            { value: 'dark', label: 'Dark' },
            { value: 'both', label: 'Both' },
          ]}
        />
      </div>
      <div className="st-scroll" tabIndex={0} role="region" aria-label="Samples">
        <div className="ds-page">
          <p className="ds-intro">
            Calm and dense, like a good instrument. One accent. A tint per family of steps. Figures line up. Words
            before icons. The problem stands beside its fix.
          </p>
          {sections.map(({ id, title, Show }) => (
            <section key={id} id={id} className="ds-section" aria-labelledby={`${id}-title`}>
              <h2 id={`${id}-title`}>{title}</h2>
              <div className={themes.length > 1 ? 'ds-sides' : undefined}>
                {themes.map((name) => (
                  <div key={name} data-theme={name} className="ds-side">
                    <Show />
                  </div>
                ))}
              </div>
            </section>
          ))}
        </div>
      </div>
    </>
  );
}
