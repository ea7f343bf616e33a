import type { IdentityComparison, IdentityModel, SharedEvidence } from '../model/identity-model.ts';
import { companyBlocking } from './default-blocking.ts';
import { defaultPersonModel } from './default-person-model.ts';
import { levelTable } from './level-table.ts';

/** What a company's record is compared by as a person's is. */
const towns = ['place', 'postcode', 'city', 'region', 'country'];
const shared = ['street', 'address-extra', ...towns, 'national-id'];

/** An office that is elsewhere is in another town, too: that counts once. */
function unlessAddress(comparison: IdentityComparison): IdentityComparison {
  const isOfTown = towns.includes(comparison.id);
  return isOfTown ? { ...comparison, insteadOf: ['address', ...(comparison.insteadOf ?? [])] } : comparison;
}

const comparisons: readonly IdentityComparison[] = [
  {
    id: 'company',
    comparator: 'company',
    features: ['company'],
    levels: levelTable(
      ['equal', 0.75, 0.00005, ['company']],
      ['same-words', 0.02, 0.000005],
      ['near', 0.1, 0.00005],
      ['abbreviated', 0.06, 0.00002],
      ['other-role', 0.00001, 0.0001],
      ['part', 0.01, 0.0005],
      ['shared-words', 0.0001, 0.001],
    ),
  },
  {
    // Several people of one company write from several addresses of one domain.
    id: 'email',
    comparator: 'company-email',
    features: ['email'],
    levels: levelTable(
      ['equal', 0.3, 0.00002, ['email']],
      ['near', 0.03, 0.00001],
      ['same-domain', 0.5, 0.00005],
      ['same-local', 0.01, 0.0005],
    ),
  },
  {
    id: 'phone',
    comparator: 'phone',
    features: ['phone'],
    levels: levelTable(
      ['equal', 0.45, 0.00002, ['phone']],
      ['same-end', 0.05, 0.00001],
      ['extension', 0.15, 0.00001],
      ['one-digit', 0.05, 0.00002],
    ),
  },
  {
    id: 'address',
    comparator: 'street',
    features: ['house_number', 'street'],
    levels: levelTable(
      ['equal', 0.5, 0.0001, ['street']],
      ['near-street', 0.12, 0.00005],
      ['near-number', 0.06, 0.0002, ['street']],
      ['both-near', 0.02, 0.0001],
      ['street-equal', 0.03, 0.001, ['street']],
      ['street-near', 0.01, 0.005],
    ),
  },
  ...defaultPersonModel.comparisons.filter(({ id }) => shared.includes(id)).map(unlessAddress),
  {
    id: 'customer-number',
    comparator: 'exact',
    features: ['customer_number'],
    levels: levelTable(['equal', 0.45, 0.00001], ['one-sign', 0.01, 0.0005]),
  },
];

/** What companies of one group share, or of one building. */
const sharedDetails = [
  'address',
  'street',
  'address-extra',
  'place',
  'postcode',
  'city',
  'region',
  'country',
  'phone',
  'email',
];

function group(level: string, atMostBits: number): SharedEvidence {
  return { comparison: 'company', levels: [level], of: sharedDetails, atMostBits };
}

/**
 * Names that two companies of one group have, who share office, switchboard and domain.
 * @source atMostBits chosen: as for the households of `defaultPersonModel`
 */
const groups: readonly SharedEvidence[] = [
  group('other-role', 4),
  group('part', 6),
  group('shared-words', 5),
  group('differs', 7),
];

/**
 * Recognizes companies, before anything was learned from the data at hand. Branches of one company at two addresses are one
 * company only where name and a further identifier agree; a holding and its subsidiary at one address are two.
 * @source m, u, prior and zones: chosen as those of `defaultPersonModel`, and tried on companies made up by one seed
 *   (docs/figures.md). m of `part` and `shared-words`: so little that a company which bears a part of another's name is asked about
 *   though they share everything, since expectation maximization cannot tell a shortened name from a sister company
 */
export const defaultCompanyModel: IdentityModel = {
  schemaVersion: 1,
  id: 'company',
  name: 'Companies',
  kind: 'company',
  version: '2',
  comparisons,
  shared: groups,
  blocking: companyBlocking,
  priorMatch: 0.0005,
  zones: { same: 0.95, ask: 0.05 },
  guards: { neverTogether: ['national_id'], limits: {}, maxBlockSize: 1000 },
  provenance: { method: 'default', trainedOn: 'Orders of magnitude that hold for companies in customer data' },
};
