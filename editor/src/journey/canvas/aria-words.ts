import type { AriaLabelConfig } from '@xyflow/react';

const howToStep =
  'Enter opens its settings, F2 renames it, arrow keys go to its neighbours, C connects it, Delete removes it.';

/** What React Flow says to screen readers, in Steward's words. Both node texts are needed: it picks one by its own settings. */
export const ariaWords: Partial<AriaLabelConfig> = {
  'node.a11yDescription.default': howToStep,
  'node.a11yDescription.keyboardDisabled': howToStep,
  'edge.a11yDescription.default': 'The step before it lists its links in the settings, where they can be removed.',
  'minimap.ariaLabel': 'Overview of the journey',
  'handle.ariaLabel': 'Port',
};
