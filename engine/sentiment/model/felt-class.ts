/** What comments are labelled with where feelings are learned, in the order of the table's columns; `neutral` is none of them. */
export const feltClasses = [
  'anger',
  'annoyance',
  'disappointment',
  'fear',
  'sadness',
  'confusion',
  'gratitude',
  'joy',
  'neutral',
] as const;
export type FeltClass = (typeof feltClasses)[number];
