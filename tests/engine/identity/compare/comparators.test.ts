import { describe, expect, it } from 'vitest';
import { comparators, type ComparatorId } from '../../../../engine/index.ts';

/** Compares by the levels' own thresholds and names the level. */
function levelOf(id: ComparatorId, left: readonly string[], right: readonly string[]): string | undefined {
  const comparator = comparators[id];
  const atLeast = comparator.levels.map((level) => level.atLeast ?? 0);
  const [one, two = one] = left.map((value, position) => comparator.prepare(value, position));
  const [other, otherTwo = other] = right.map((value, position) => comparator.prepare(value, position));
  return comparator.levels[comparator.compare(one, other, two, otherTwo, atLeast)]?.id;
}

const cases: readonly [ComparatorId, string, string, string][] = [
  ['person-name', 'anna|smith', 'anna|smith', 'equal'],
  ['person-name', 'anna|van dijk', 'anna|vandijk', 'equal'],
  ['person-name', 'anna|smith', 'smith|anna', 'swapped'],
  ['person-name', 'robert|smith', 'robrt|smith', 'near-given'],
  ['person-name', 'anna|smith', 'anna maria|smith', 'near-given'],
  ['person-name', 'bill|smith', 'william|smith', 'nickname'],
  ['person-name', 'a|smith', 'anna|smith', 'initial'],

  ['person-name', 'anna|smith', 'anna|simth', 'near-family'],
  ['person-name', 'anna|smith', 'anna|smith jones', 'near-family'],
  ['person-name', 'robert|smith', 'robrt|smiht', 'near-both'],
  ['person-name', 'anna|robertson', 'robertsen|anna', 'swapped-near'],
  ['person-name', 'anna|smith', 'george|smith', 'family-equal'],
  ['person-name', 'anna|smith', 'anna|papadakis', 'given-equal'],
  ['person-name', 'anna|smith', 'george|smiht', 'one-near'],
  ['person-name', 'anna|smith', 'george|papadakis', 'differs'],
  ['text', 'london', 'london', 'equal'],
  ['text', 'st james', 'stjames', 'equal'],
  ['text', 'beaconsfield', 'beaconsfield upper', 'part'],
  ['text', 'london', 'lonon', 'near'],
  ['text', 'london', 'hull', 'differs'],
  ['text', 'a', 'anna', 'initial'],
  ['birth-date', '1985-04-03', '1985-04-03', 'equal'],
  ['birth-date', '1985-04-03', '1985-03-04', 'swapped'],
  ['birth-date', '1985-04-03', '1985-04-08', 'one-digit'],
  ['birth-date', '1985-04-03', '1958-04-03', 'one-digit'],
  ['birth-date', '1985-04-03', '1985-11-03', 'one-part'],
  ['birth-date', '1985-04-03', '1984-04-08', 'near'],
  ['birth-date', '1984-12-28', '1985-01-03', 'near'],
  ['birth-date', '2009-12-21', '2011-01-21', 'near'],
  ['birth-date', '1985-04-03', '1985-02-31', 'same-year'],
  ['birth-date', '1985-04-03', '1995-05-04', 'decade'],
  ['birth-date', '1985-04-03', '1925-04-08', 'two-digits'],
  ['birth-date', '1985-04-03', '1985-11-28', 'same-year'],
  ['birth-date', '1985-04-03', '1942-11-28', 'differs'],
  ['email', 'anna.smith@example.com', 'anna.smith@example.com', 'equal'],
  ['email', 'anna.smith@example.com', 'ana.smith@example.com', 'near'],
  ['email', 'anna.smith@example.com', 'anna.smith@sample.org', 'same-local'],
  ['email', 'anna.smith@example.com', 'ana.smith@sample.org', 'near-local'],
  ['email', 'k.t50@example.com', 'k.t50exam@ple.com', 'similar'],
  ['email', 'info@example.com', 'info@sample.org', 'differs'],
  ['email', 'anna.smith84@example.com', 'anna.smith85@example.com', 'near'],
  ['email', 'anna.smith84@example.com', 'anna.smith1291@example.com', 'differs'],
  ['email', 'anna@example.com', 'george@example.com', 'differs'],
  ['phone', '+12025550143', '+12025550143', 'equal'],
  ['phone', '+12025550143', '+15550143', 'same-end'],
  ['phone', '+12025550143', '+12025551143', 'one-digit'],
  ['phone', '+12025550143', '+12025550171', 'extension'],
  ['phone', '+12025550143', '+12025551071', 'differs'],
  ['phone', '5550143', '5550171', 'differs'],
  ['company-email', 'info@harbor.example', 'info@harbor.example', 'equal'],
  ['company-email', 'anna.smith@harbor.example', 'ana.smith@harbor.example', 'near'],
  ['company-email', 'anna.smith@harbor.example', 'anna.smith@harbour.example', 'near'],
  ['company-email', 'info@harbor.example', 'anna.smith@harbor.example', 'same-domain'],
  ['company-email', 'info@harbor.example', 'infos@harbour.example', 'differs'],
  ['company-email', 'anna.smith@gmail.com', 'george@gmail.com', 'differs'],
  ['company-email', 'anna.smith@harbor.example', 'anna.smith@tools.example', 'same-local'],
  ['company-email', 'buero@harbor.example', 'buero@tools.example', 'differs'],
  ['street', '12|main street', '12|main street', 'equal'],
  ['street', '12|main street', '12|mian street', 'near-street'],
  ['street', '12|main street', '12a|main street', 'near-number'],
  ['street', '12|main street', '13|mian street', 'both-near'],
  ['street', '1|main street', '2|main street', 'street-equal'],
  ['street', '12|main street', '87|mian street', 'street-near'],
  ['street', '12|main street', '12|kosciusko avenue', 'differs'],
  ['place', '4011|st james', '4011|st james', 'equal'],
  ['place', '4011|canterbury', '4011|canterbry', 'near-city'],
  ['place', '4011|st james', '4101|st james', 'near-postcode'],
  ['place', '4011|st james', '4011|yass', 'postcode-equal'],
  ['place', '4011|st james', '2594|st james', 'city-equal'],
  ['place', '4011|canterbury', '4012|canterbry', 'both-near'],
  ['place', '4011|canterbury', '4012|yass', 'one-near'],
  ['place', '4011|canterbury', '2594|yass', 'differs'],
  ['postcode', 'sw1a 1aa', 'sw1a1aa', 'equal'],
  ['postcode', '80331', '80313', 'one-digit'],
  ['postcode', '80331', '80999', 'area'],
  ['postcode', '80331', '10115', 'differs'],
  ['company', 'harbor tools', 'harbor tools', 'equal'],
  ['company', 'harbor tools', 'tools harbor', 'same-words'],
  ['company', 'harbor tools', 'harbour tools', 'near'],
  ['company', 'harbor tools', 'harbor tools hamburg', 'part'],
  ['company', 'northern light company', 'nlc', 'part'],
  ['company', 'harbor tools trading', 'harbor tools import', 'shared-words'],
  ['company', 'garcia logistik', 'garcia log', 'abbreviated'],
  ['company', 'garcia manufacturing', 'garcia mfg', 'abbreviated'],
  ['company', 'nor', 'noritec', 'differs'],
  ['company', 'harbor tools', 'harbor holding', 'other-role'],
  ['company', 'harbor tools', 'harbor tools verwaltungs', 'other-role'],
  ['company', 'harbor tools', 'quick bakery', 'differs'],
  ['exact', 'wa', 'wa', 'equal'],
  ['exact', '1234567', '1234576', 'one-sign'],
  ['exact', 'wa', 'sa', 'differs'],
];

describe('comparators', () => {
  it.each(cases)('%s: %s and %s: %s', (id, left, right, level) => {
    expect(levelOf(id, left.split('|'), right.split('|'))).toBe(level);
    expect(levelOf(id, right.split('|'), left.split('|'))).toBe(level);
  });

  it('prepare nothing of values that say nothing', () => {
    expect(comparators.text.prepare('--', 0)).toBeNull();
    expect(comparators['birth-date'].prepare('1985', 0)).toBeNull();
    expect(comparators.email.prepare('no address', 0)).toBeNull();
    expect(comparators['company-email'].prepare('no address', 0)).toBeNull();
    expect(comparators.phone.prepare('none', 0)).toBeNull();
    expect(comparators.postcode.prepare('-', 0)).toBeNull();
    expect(comparators.company.prepare('&', 0)).toBeNull();
  });
});
