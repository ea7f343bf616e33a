import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { ada } from '../editor/fake-hub.ts';
import { meWith } from '../editor/ledger/fake-access.ts';
import { onSite, type Site } from './on-site.ts';

// What data stewards do with profiles, questions and the rule, in a real browser before a hub in memory.

const identityOf = (site: Site) => {
  if (!site.hub.identity) throw new Error('the site has no identity');
  return site.hub.identity;
};

describe('the profiles', () => {
  test('are found by any value, which then stands in no address', async () => {
    await onSite('/steward/identity', {}, async (page, site) => {
      await page.getByText('The 50 that changed last').waitFor();
      await page.keyboard.press('/');
      await page.keyboard.type('tickets');
      await page.getByText('No profile fits').waitFor();
      await page.keyboard.press('Control+A');
      await page.keyboard.type('C-1007');
      await page.getByText('1 profile, that is all').waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: 'Anna Lindqvist' }).waitFor();
      const addresses = [page.url(), ...site.hub.requests.map(({ path }) => path)];
      expect(addresses.filter((address) => address.includes('C-1007'))).toEqual([]);
    });
  });

  test('come fifty at a time, until all are there', async () => {
    await onSite('/steward/identity', {}, async (page) => {
      await page.getByRole('button', { name: 'Show 50 more' }).click();
      await page.getByText('79 profiles, that is all').waitFor();
      expect(await page.locator('.id-row').count()).toBe(79);
    });
  });

  test('are not for those who are no data stewards', async () => {
    await onSite('/steward/identity', { me: ada }, async (page) => {
      await page.getByText(/It is for the role Data steward/).waitFor();
      expect(await page.getByRole('navigation').getByText('Identity').count()).toBe(0);
    });
  });
});

describe('a profile', () => {
  test('says why two of its records belong together, by mouse and by keyboard', async () => {
    await onSite('/steward/identity/profiles/p-anna', {}, async (page) => {
      const pair = page.getByRole('region', { name: 'The chosen pair' });
      // The weakest join first: an initial, and nothing else but a phone number.
      await pair.getByText('tickets T-5512', { exact: true }).waitFor();
      await pair.getByText(/that both are one customer/).waitFor();
      await page.getByRole('button', { name: 'Anna Lindqvist, crm C-1007' }).click();
      await pair.getByText('Choose a second record').waitFor();
      await page.getByRole('button', { name: 'Lindqvist, Anna, erp 40017' }).press('Enter');
      await pair.getByText('Same birth date').waitFor();
      // Two records that nothing joins directly.
      await page.getByRole('button', { name: 'A. Lindqvist, tickets T-5512' }).press('Enter');
      await page.getByRole('button', { name: 'Lindqvist, Anna, erp 40017' }).press('Enter');
      await pair.getByText(/They are one customer through /).waitFor();
    });
  });

  test('that was wrong is split for a reason, and the split is undone', async () => {
    await onSite('/steward/identity/profiles/p-karl', {}, async (page, site) => {
      await page.getByRole('button', { name: 'Split …' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: 'Split' }).click();
      await dialog.getByText('Choose the records that are somebody else’s.').waitFor();
      await dialog.getByRole('button', { name: 'Choose along the weakest join' }).click();
      await dialog.getByRole('button', { name: 'Split' }).click();
      await dialog.getByText('Say why, in at least three letters.').waitFor();
      expect(identityOf(site).profiles.get('p-karl')?.members).toHaveLength(3);
      await dialog.getByLabel('Why?').fill('Father and son');
      await dialog.getByRole('button', { name: 'Split' }).click();
      await page.getByText('The profile was split').first().waitFor();
      await page.getByText('1 record went to a profile of their own').waitFor();
      expect(
        identityOf(site)
          .profiles.get('p-karl')
          ?.members.map(({ id }) => id),
      ).toEqual(['C-1033', '40031']);

      await page.getByRole('button', { name: /^Undo: 1 record went/ }).click();
      await dialog.getByLabel('Why?').fill('One person after all');
      await dialog.getByRole('button', { name: 'Undo' }).click();
      await page.getByText('A change was undone').waitFor();
      expect(identityOf(site).profiles.get('p-karl')?.members).toHaveLength(3);
    });
  });

  test('is merged with another one that was looked for', async () => {
    await onSite('/steward/identity/profiles/p-q1-right', {}, async (page, site) => {
      await page.getByRole('button', { name: 'Merge …' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('The other profile').fill('elif');
      await dialog.getByRole('button', { name: /Elif/ }).click();
      await dialog.getByLabel('Why?').fill('Told on the phone');
      await dialog.getByRole('button', { name: 'Merge' }).click();
      await page.getByText('The profiles are one').first().waitFor();
      await page.getByText('Joined by a person').waitFor();
      expect(identityOf(site).profiles.get('p-q1-left')?.mergedInto).toBe('p-q1-right');
      await page.goto(`${site.url}/steward/identity/profiles/p-q1-left`);
      await page.getByText('This profile was merged').waitFor();
    });
  });

  test('is erased by an administrator, who does not see it', async () => {
    const me = meWith(ada, ['administrator']);
    await onSite('/steward/identity/profiles/p-karl', { me }, async (page, site) => {
      await page.getByText('You may erase this profile, not see it').waitFor();
      expect(await page.content()).not.toContain('Hoffmann');
      expect(site.hub.requests.filter(({ path }) => path.includes('p-karl'))).toEqual([]);
      await page.getByRole('button', { name: 'Erase this profile …' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Why?').fill('Request for erasure, case 4711');
      await dialog.getByRole('button', { name: 'Erase for ever' }).click();
      await dialog.getByText('Type the word “erase”.').waitFor();
      await dialog.getByLabel('Type “erase” to confirm').fill('erase');
      await dialog.getByRole('button', { name: 'Erase for ever' }).click();
      await page.getByText('This profile was erased').waitFor();
      expect(identityOf(site).profiles.has('p-karl')).toBe(false);
    });
  });
});

describe('the questions', () => {
  test('are answered by the keyboard alone, one after the other', async () => {
    await onSite('/steward/identity/reviews', {}, async (page, site) => {
      await page.getByText('3 questions left').waitFor();
      await page.keyboard.press('s');
      await page.getByLabel('Why are they the same?').waitFor();
      await page.keyboard.type('Misspelled in the chat');
      await page.keyboard.press('Enter');
      await page.getByText('2 questions left').waitFor();
      await page.getByText('Answered: the same customer.').waitFor();
      await page.keyboard.press('d');
      await page.getByLabel('Why are they different?').waitFor();
      await page.keyboard.type('Relatives at one address');
      await page.keyboard.press('Enter');
      await page.getByText('1 question left').waitFor();
      await page.keyboard.press('l');
      await page.getByText('Only what you put off is left: 1 question').waitFor();
      expect(identityOf(site).reviews.map(({ answer }) => answer?.same)).toEqual(['yes', 'no', undefined]);
      await page.getByText('Answered', { exact: true }).click();
      await page.getByText('Misspelled in the chat').waitFor();
    });
  });

  test('that somebody else answered meanwhile say so, and the next one comes', async () => {
    await onSite('/steward/identity/reviews', {}, async (page, site) => {
      await page.getByText('3 questions left').waitFor();
      const [first] = identityOf(site).reviews;
      if (!first) throw new Error('the sample has no question');
      const by = { id: 'person:u9', name: 'Jonas Brandt' };
      Object.assign(first, { state: 'answered', answer: { same: 'no', reason: 'Sisters', by, at: first.askedAt } });
      await answerSame(page);
      await page.getByText('Somebody else answered this question').waitFor();
      await page.getByText(/Jonas Brandt said “different”.*Sisters/).waitFor();
      await page.getByText('2 questions left').waitFor();
    });
  });

  test('whose records changed meanwhile are asked anew', async () => {
    await onSite('/steward/identity/reviews', {}, async (page, site) => {
      await page.getByText('3 questions left').waitFor();
      const [first] = identityOf(site).reviews;
      if (first) first.seen = 'changed since';
      await answerSame(page);
      await page.getByText('The records changed while you looked').waitFor();
      expect(first?.answer).toBeNull();
      await answerSame(page);
      await page.getByText('2 questions left').waitFor();
    });
  });

  test('are shown, not asked, to those who may only look', async () => {
    const steward = meWith(ada, ['data-steward']);
    const me = { ...steward, permissions: steward.permissions.filter((one) => one !== 'identity:steward') };
    await onSite('/steward/identity/reviews', { me }, async (page) => {
      await page.getByText('Data stewards answer questions.').waitFor();
      expect(await page.getByRole('button', { name: /^Same/ }).count()).toBe(0);
    });
  });
});

describe('the rule', () => {
  test('applies only after its effect was seen, and for a reason', async () => {
    await onSite('/steward/identity/policy', {}, async (page, site) => {
      await setSame(page, '99.99');
      const apply = page.getByRole('button', { name: 'Apply …' });
      expect(await apply.getAttribute('aria-disabled')).toBe('true');
      await page.getByRole('button', { name: 'See the effect' }).click();
      await page.getByText('Nothing was changed.').waitFor();
      await page.getByText('4 records into 3 and 1').waitFor();
      // Another rule than the one that was tried.
      await setSame(page, '99.95');
      expect(await apply.getAttribute('aria-disabled')).toBe('true');
      await page.getByRole('button', { name: 'See the effect' }).click();
      await page.getByText('Nothing was changed.').waitFor();
      await apply.click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Also for profiles that exist').click();
      await dialog.getByLabel('Why?').fill('Two wrong joins last week');
      await dialog.getByRole('button', { name: 'Apply' }).click();
      await page.getByText('The rule was changed').first().waitFor();
      await page.getByText('“Two wrong joins last week”').waitFor();
      expect(identityOf(site).policies.person).toMatchObject({ revision: 2, model: { zones: { same: 0.9995 } } });
      expect(site.hub.requests.find(({ method }) => method === 'PUT')?.body).toMatchObject({ apply: 'to-existing' });
    });
  });

  test('of somebody else is never overwritten', async () => {
    await onSite('/steward/identity/policy', {}, async (page, site) => {
      await setSame(page, '99.5');
      await page.getByRole('button', { name: 'See the effect' }).click();
      await page.getByText('Nothing was changed.').waitFor();
      const { policies } = identityOf(site);
      const { model } = policies.person;
      policies.person = { ...policies.person, revision: 2, model: { ...model, zones: { ...model.zones, ask: 0.5 } } };
      await page.getByRole('button', { name: 'Apply …' }).click();
      await page.getByLabel('Why?').fill('Stricter');
      await page.getByRole('dialog').getByRole('button', { name: 'Apply' }).click();
      await page.getByText('Somebody else changed the rule meanwhile').waitFor();
      expect(policies.person.model.zones.same).toBe(0.99);
      await page.getByRole('button', { name: 'Hold mine against theirs' }).click();
      await page.getByText(/Asks a person from 5/).waitFor();
      await page.getByText(/Joins without asking from 99.5/).waitFor();
    });
  });

  test('learns from answers, and says what it learned before anything applies', async () => {
    await onSite('/steward/identity/policy', {}, async (page, site) => {
      await page.getByRole('button', { name: 'Learn from answers' }).click();
      await page.getByText('Nobody has answered a question yet').waitFor();
      const [first] = identityOf(site).reviews;
      if (!first) throw new Error('the sample has no question');
      const by = { id: 'person:u9', name: 'Jonas Brandt' };
      Object.assign(first, { state: 'answered', answer: { same: 'yes', reason: 'Told', by, at: first.askedAt } });
      await page.getByRole('button', { name: 'Learn again' }).click();
      await page.getByText('Learned from 1 answer “same”').waitFor();
      await page.getByRole('button', { name: 'Take these weights' }).click();
      await page.getByText('This is what you are editing now').waitFor();
      await page.getByText(/^Weighs evidence as version/).waitFor();
      expect(identityOf(site).policies.person.revision).toBe(1);
    });
  });

  test('has thresholds that the arrow keys move', async () => {
    await onSite('/steward/identity/policy', {}, async (page) => {
      const thumb = page.getByRole('slider', { name: 'Join without asking from' });
      const before = await thumb.getAttribute('aria-valuetext');
      await thumb.press('ArrowRight');
      await page.getByText(/^Joins without asking from/).waitFor();
      expect(await thumb.getAttribute('aria-valuetext')).not.toBe(before);
      await page.getByRole('button', { name: 'Discard' }).click();
      expect(await thumb.getAttribute('aria-valuetext')).toBe(before);
    });
  });
});

async function answerSame(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Same/ }).click();
  await page.getByLabel('Why are they the same?').fill('The customer said so');
  await page.keyboard.press('Enter');
}

async function setSame(page: Page, percent: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Join without asking from' }).fill(percent);
}
