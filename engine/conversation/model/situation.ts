/**
 * What a person who takes over may be faced with; the playbook says what to do in each. In the order in which they are dealt with: who
 * is in danger comes before who is angry.
 */
export const situations = [
  'distress',
  'danger',
  'violence',
  'vulnerability',
  'legal',
  'regulator',
  'press',
  'repeated-failure',
  'anger',
  'leaving',
  'waiting',
  'confusion',
  'asks-for-person',
  'language',
  'other',
] as const;
export type Situation = (typeof situations)[number];
