/** What is looked for in text: a class each, told apart because a reader, a rule or a law asks for one and not another. */
export const personalDataClasses = [
  'name',
  'email',
  'phone',
  'address',
  'card',
  'account',
  'national-id',
  'customer-number',
  'birth-date',
  'credential',
  'network',
  'url',
  'plate',
] as const;
export type PersonalDataClass = (typeof personalDataClasses)[number];

/** A place in a text that says who somebody is. */
export interface PersonalDataSpan {
  class: PersonalDataClass;
  /** UTF-16 offsets, end exclusive. */
  start: number;
  end: number;
  /** Why it is taken for that, in words; holds nothing of the text. */
  reason: string;
}

export interface FindOptions {
  /** The country whose numbers have no sign of their own, two capital letters: `PT` makes nine digits a NIF. */
  region?: string;
  /** Only these. @default all */
  classes?: readonly PersonalDataClass[];
}
