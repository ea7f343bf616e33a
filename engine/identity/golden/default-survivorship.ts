import type { Survivorship } from '../model/golden-record.ts';

/**
 * Which value survives where nobody has said otherwise. chosen: what changes over a life (address, e-mail, phone, family name)
 * by the latest record; what does not (birth date, identifiers) by most records; given names in their fullest form, because
 * records abbreviate them. Fields that say what a customer allows are not named here: `goldenRecord` knows them by name, and the
 * answer that forbids wins.
 */
export const defaultSurvivorship: Survivorship = {
  otherwise: { by: 'most-recent' },
  fields: {
    given_name: { by: 'longest' },
    middle_name: { by: 'longest' },
    company: { by: 'most-frequent' },
    birth_date: { by: 'most-frequent' },
    national_id: { by: 'most-frequent' },
  },
};
