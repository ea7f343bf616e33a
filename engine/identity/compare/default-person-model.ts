import type { IdentityComparison, IdentityModel, SharedEvidence } from '../model/identity-model.ts';
import { personBlocking, widePersonBlocking } from './default-blocking.ts';
import { levelTable } from './level-table.ts';

const comparisons: readonly IdentityComparison[] = [
  {
    id: 'name',
    comparator: 'person-name',
    features: ['given_name', 'family_name'],
    levels: levelTable(
      ['equal', 0.68, 0.0003, ['given_name', 'family_name']],
      ['swapped', 0.012, 0.000003],
      ['near-given', 0.06, 0.00003, ['given_name', 'family_name']],
      ['nickname', 0.04, 0.00001, ['family_name']],
      ['initial', 0.02, 0.00006, ['family_name']],
      ['near-family', 0.07, 0.00003, ['given_name', 'family_name']],
      ['near-both', 0.02, 0.00008, ['given_name', 'family_name']],
      ['swapped-near', 0.004, 0.00002],
      ['family-equal', 0.02, 0.002, ['family_name']],
      ['given-equal', 0.045, 0.008, ['given_name']],
      ['one-near', 0.015, 0.02],
    ),
  },
  {
    id: 'family-name',
    comparator: 'text',
    features: ['family_name'],
    insteadOf: ['name'],
    levels: levelTable(
      ['equal', 0.82, 0.0015, ['family_name']],
      ['part', 0.02, 0.0002],
      ['near', 0.07, 0.002, ['family_name']],
      ['similar', 0.03, 0.01],
    ),
  },
  {
    id: 'given-name',
    comparator: 'text',
    features: ['given_name'],
    insteadOf: ['name'],
    levels: levelTable(
      ['equal', 0.78, 0.008, ['given_name']],
      ['part', 0.02, 0.0005],
      ['nickname', 0.04, 0.001],
      ['initial', 0.02, 0.005],
      ['near', 0.06, 0.005, ['given_name']],
      ['similar', 0.03, 0.01],
    ),
  },
  {
    id: 'middle-name',
    comparator: 'text',
    features: ['middle_name'],
    levels: levelTable(
      ['equal', 0.6, 0.02, ['middle_name']],
      ['part', 0.03, 0.001],
      ['initial', 0.15, 0.06],
      ['near', 0.05, 0.01],
    ),
  },
  {
    id: 'birth-date',
    comparator: 'birth-date',
    features: ['birth_date'],
    levels: levelTable(
      ['equal', 0.86, 0.00006],
      ['swapped', 0.012, 0.00003],
      ['one-digit', 0.06, 0.001],
      ['near', 0.01, 0.005],
      ['one-part', 0.018, 0.002],
      ['decade', 0.005, 0.007],
      ['two-digits', 0.008, 0.008],
      ['same-year', 0.006, 0.012],
    ),
  },
  {
    id: 'email',
    comparator: 'email',
    features: ['email'],
    levels: levelTable(
      ['equal', 0.62, 0.00004, ['email']],
      ['near', 0.06, 0.00001],
      ['same-local', 0.05, 0.00005],
      ['near-local', 0.02, 0.0002],
      ['similar', 0.02, 0.001],
    ),
  },
  {
    id: 'phone',
    comparator: 'phone',
    features: ['phone'],
    levels: levelTable(['equal', 0.55, 0.00006, ['phone']], ['same-end', 0.05, 0.00001], ['one-digit', 0.04, 0.00002]),
  },
  {
    id: 'address',
    comparator: 'street',
    features: ['house_number', 'street'],
    levels: levelTable(
      ['equal', 0.52, 0.00005, ['street']],
      ['near-street', 0.12, 0.00003],
      ['near-number', 0.06, 0.00015, ['street']],
      ['both-near', 0.02, 0.0001],
      ['street-equal', 0.03, 0.001, ['street']],
      ['street-near', 0.01, 0.005],
    ),
  },
  {
    id: 'street',
    comparator: 'text',
    features: ['street'],
    insteadOf: ['address'],
    levels: levelTable(
      ['equal', 0.6, 0.0015, ['street']],
      ['part', 0.02, 0.0005],
      ['near', 0.12, 0.002],
      ['similar', 0.03, 0.01],
    ),
  },
  {
    id: 'address-extra',
    comparator: 'text',
    features: ['address_extra'],
    levels: levelTable(
      ['equal', 0.5, 0.004, ['address_extra']],
      ['part', 0.05, 0.001],
      ['near', 0.1, 0.004],
      ['similar', 0.05, 0.015],
    ),
  },
  {
    id: 'place',
    comparator: 'place',
    features: ['postcode', 'city'],
    levels: levelTable(
      ['equal', 0.6, 0.002, ['postcode']],
      ['near-city', 0.08, 0.0004, ['postcode']],
      ['near-postcode', 0.05, 0.002, ['city']],
      ['postcode-equal', 0.04, 0.0015, ['postcode']],
      ['city-equal', 0.06, 0.008, ['city']],
      ['both-near', 0.01, 0.0006],
      ['one-near', 0.02, 0.02],
    ),
  },
  {
    id: 'postcode',
    comparator: 'postcode',
    features: ['postcode'],
    insteadOf: ['place'],
    levels: levelTable(['equal', 0.72, 0.003, ['postcode']], ['one-digit', 0.06, 0.012], ['area', 0.06, 0.06]),
  },
  {
    id: 'city',
    comparator: 'text',
    features: ['city'],
    insteadOf: ['place'],
    levels: levelTable(
      ['equal', 0.72, 0.05, ['city']],
      ['part', 0.03, 0.002],
      ['near', 0.07, 0.003, ['city']],
      ['similar', 0.02, 0.01],
    ),
  },
  {
    id: 'region',
    comparator: 'exact',
    features: ['region'],
    insteadOf: ['place', 'postcode', 'city'],
    levels: levelTable(['equal', 0.9, 0.15, ['region']]),
  },
  {
    id: 'country',
    comparator: 'exact',
    features: ['country'],
    insteadOf: ['place', 'postcode', 'city', 'region'],
    levels: levelTable(['equal', 0.97, 0.5, ['country']]),
  },
  {
    id: 'company',
    comparator: 'company',
    features: ['company'],
    levels: levelTable(
      ['equal', 0.55, 0.003, ['company']],
      ['same-words', 0.02, 0.0002],
      ['near', 0.08, 0.0005],
      ['part', 0.08, 0.002],
      ['shared-words', 0.03, 0.002],
    ),
  },
  {
    id: 'national-id',
    comparator: 'exact',
    features: ['national_id'],
    levels: levelTable(['equal', 0.95, 0.000001], ['one-sign', 0.035, 0.000005]),
  },
  {
    // Each system gives its own numbers: different ones say next to nothing.
    id: 'customer-number',
    comparator: 'exact',
    features: ['customer_number'],
    levels: levelTable(['equal', 0.45, 0.00001], ['one-sign', 0.01, 0.0005]),
  },
];

/** What people share who live under one roof, or work in one office. */
const sharedDetails = [
  ...['address', 'street', 'address-extra', 'place', 'postcode', 'city', 'region', 'country', 'phone', 'email'],
];

function household(comparison: string, level: string, atMostBits: number): SharedEvidence {
  const unless = { comparison: 'birth-date', levels: ['equal', 'swapped', 'one-digit'] };
  return { comparison, levels: [level], of: sharedDetails, atMostBits, unless };
}

/**
 * Names that two people of one household may have, who share the rest. Where the birth date agrees as well, it is one customer under a
 * wrong name far more often than twins are customers of one company.
 * @source atMostBits chosen: so little that together with the level's own weight a person is asked at most; `fitModel` measures how
 *   many households there are, and what sharing is worth beside them
 */
const households: readonly SharedEvidence[] = [
  household('name', 'family-equal', 4),
  household('name', 'one-near', 6),
  household('name', 'differs', 8),
  household('name', 'initial', 8),
  household('family-name', 'equal', 6),
  household('family-name', 'near', 6),
];

/**
 * Recognizes people, before anything was learned from the data at hand.
 * @source m and u: chosen by their order of magnitude in the Fellegi–Sunter literature and in labelled sets of people (names and
 *   birth dates agree exactly for two thirds to nine tenths of a person's records; contact data and addresses change); `fitModel`
 *   and `learnFromAnswers` replace them by what is measured. priorMatch: chosen 1 in 20,000: a model that was not
 *   measured had better ask than take a namesake for somebody. zones: chosen .95, where the labelled sets have no wrong pair or
 *   one in a thousand (docs/figures.md), and .05, so that a person sees what one in twenty is worth seeing
 */
export const defaultPersonModel: IdentityModel = {
  schemaVersion: 1,
  id: 'person',
  name: 'People',
  kind: 'person',
  version: '1',
  comparisons,
  shared: households,
  blocking: personBlocking,
  wideBlocking: widePersonBlocking,
  priorMatch: 0.00005,
  zones: { same: 0.95, ask: 0.05 },
  guards: { neverTogether: ['national_id'], limits: {}, maxBlockSize: 1000 },
  provenance: { method: 'default', trainedOn: 'Orders of magnitude that hold for people in customer data' },
};
