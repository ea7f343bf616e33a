import type { IdentityComparison, IdentityModel } from '../model/identity-model.ts';
import { companyBlocking } from './default-blocking.ts';
import { defaultPersonModel } from './default-person-model.ts';
import { levelTable } from './level-table.ts';

/** What a company's record is compared by as a person's is. */
const shared = ['street', 'address-extra', 'place', 'postcode', 'city', 'region', 'country', 'national-id'];

const comparisons: readonly IdentityComparison[] = [
  {
    id: 'company',
    comparator: 'company',
    features: ['company'],
    levels: levelTable(
      ['equal', 0.7, 0.00005, ['company']],
      ['same-words', 0.02, 0.000005],
      ['near', 0.1, 0.0001],
      ['part', 0.08, 0.001],
      ['shared-words', 0.04, 0.001],
    ),
  },
  {
    // Several people of one company write from several addresses of one domain.
    id: 'email',
    comparator: 'email',
    features: ['email'],
    levels: levelTable(
      ['equal', 0.4, 0.00002, ['email']],
      ['near', 0.05, 0.00002],
      ['same-local', 0.1, 0.01],
      ['near-local', 0.02, 0.005],
      ['similar', 0.05, 0.003],
    ),
  },
  {
    id: 'phone',
    comparator: 'phone',
    features: ['phone'],
    levels: levelTable(['equal', 0.45, 0.00002, ['phone']], ['same-end', 0.05, 0.00001], ['one-digit', 0.1, 0.00002]),
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
  ...defaultPersonModel.comparisons.filter(({ id }) => shared.includes(id)),
  {
    id: 'customer-number',
    comparator: 'exact',
    features: ['customer_number'],
    levels: levelTable(['equal', 0.45, 0.00001], ['one-sign', 0.01, 0.0005]),
  },
];

/**
 * Recognizes companies, before anything was learned from the data at hand. Branches of one company at two addresses are one
 * company only where name and a further identifier agree.
 * @source m, u, prior and zones: chosen as those of `defaultPersonModel`
 */
export const defaultCompanyModel: IdentityModel = {
  schemaVersion: 1,
  id: 'company',
  name: 'Companies',
  kind: 'company',
  version: '1',
  comparisons,
  blocking: companyBlocking,
  priorMatch: 0.0005,
  zones: { same: 0.95, ask: 0.05 },
  guards: { neverTogether: ['national_id'], limits: {}, maxBlockSize: 1000 },
  provenance: { method: 'default', trainedOn: 'Orders of magnitude that hold for companies in customer data' },
};
