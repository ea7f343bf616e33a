import { describe, expect, it } from 'vitest';
import {
  defaultIdentityModel,
  type HeldOutAccuracy,
  type IdentityModel,
  type PairExplanation,
  type Zones,
} from '../../engine/index.ts';
import { syntheticCustomers } from '../identity/synthetic-customers.ts';
import { runSteward } from './run-steward.ts';
import { scratchFolder } from './scratch-folder.ts';

const files = scratchFolder();
const customers = files.written(
  'customers.csv',
  [
    'id,first_name,surname,dob,email,phone,city,segment',
    '1,Katherine,Meyer,1984-03-12,kate.meyer@example.com,+49 30 901820,Berlin,A',
    '2,Kate,Meier,12.03.1984,kate.meyer@example.com,,Berlin,A',
    '3,Jonas,Weber,1990-11-02,,+49 40 428280,Hamburg,B',
    '4,Jonas,Weber,1961-01-30,j.weber@example.org,,Kiel,B',
    '5,Jonas,Weber,,,,Kiel,B',
  ].join('\n'),
);
const clusters = files.path('clusters.csv');
const pairs = files.path('pairs.csv');

const resolve = (file: string, ...options: string[]) =>
  runSteward(['identity', 'resolve', file, '--id', 'id', '--clusters', clusters, ...options]);

describe('steward identity resolve', () => {
  it('names the cluster of each record, and the pairs to review', async () => {
    const run = await resolve(customers, '--pairs', pairs, '--region', 'DE');
    expect(run).toMatchObject({ code: 0, out: '' });
    expect(files.read('clusters.csv')).toBe('id,cluster\n1,1\n2,1\n3,3\n4,4\n5,5\n');
    expect(files.read('pairs.csv')).toMatch(
      /^id_a,id_b,probability,zone\n1,2,(?:0\.99\d+|1\.0+),same\n(?:[34],5,0\.\d+,review\n)+$/,
    );
    expect(run.err).toMatch(/^Compared: .*family_name \(surname\)/);
    expect(run.err).toContain('Not used: segment.');
    expect(run.err).toContain('5 records, 4 customers');
  });

  it('gives the same clusters for the same records in another order', async () => {
    const [header, ...rows] = files.read('customers.csv').split('\n');
    await resolve(files.written('turned.csv', [header, ...rows.reverse()].join('\n')));
    expect(files.read('clusters.csv').split('\n').slice(1, 6).sort()).toEqual(['1,1', '2,1', '3,3', '4,4', '5,5']);
  });

  it('takes JSON lines and other names of columns, and leaves out what is not to be compared', async () => {
    const lines = [
      { id: 'a', who: 'Meyer', mail: 'kate.meyer@example.com' },
      { id: 'b', who: 'Meyer', mail: 'kate.meyer@example.com' },
    ];
    const file = files.written('a.jsonl', lines.map((line) => JSON.stringify(line)).join('\n'));
    const run = await resolve(file, '--map', 'family_name=who,email=mail', '--without', 'email', '--json');
    expect(run.err).toContain('Compared: family_name (who).');
    expect(JSON.parse(run.out)).toMatchObject({ records: 2, issues: [], model: { zones: expect.any(Object) } });
  });

  it.each([
    [['--id', 'nr'], /--id: .* has no column "nr"\. It has id, first_name/],
    [['--id', 'surnam'], /Did you mean "surname"\?/],
    [['--map', 'family_nam=surname'], /there is no field "family_nam"\. Did you mean "family_name"\?/],
    [['--map', 'surname'], /expected FIELD=COLUMN/],
    [['--map', 'email=mail'], /--map: .* has no column "mail"/],
    [['--region', 'Germany'], /expected two letters/],
    [['--kind', 'dog'], /expected person or company/],
    [['--threads', '0'], /expected a whole number from 1 to 64/],
    [['--precision', '99.5', '--answers', customers], /expected a share above 0\.5 and below 1/],
    [['--precision', '0.995'], /--precision needs reviewed pairs/],
    [['--model', 'none.json'], /none\.json cannot be read/],
  ])('wrong use is told: %s', async (options, message) => {
    const run = await resolve(customers, ...options);
    expect([run.code, run.err]).toEqual([2, expect.stringMatching(message)]);
  });

  it('needs --id and --clusters', async () => {
    const [noClusters, noId] = [
      await runSteward(['identity', 'resolve', customers, '--id', 'id']),
      await runSteward(['identity', 'resolve', customers, '--clusters', clusters]),
    ];
    expect([noClusters.code, noClusters.err]).toEqual([2, expect.stringContaining('--clusters is needed')]);
    expect([noId.code, noId.err]).toEqual([2, expect.stringMatching(/--id is needed.* has id, first_name/)]);
  });

  it('tells ids that occur twice and records without one, and goes on', async () => {
    const run = await resolve(
      files.written('twice.csv', 'id,email\n1,a@example.com\n1,b@example.com\n,c@example.com\n'),
    );
    expect(run.code).toBe(1);
    expect(run.err).toMatch(/1 record without a value in "id" left out, the first is record 3/);
    expect(run.err).toMatch(/Ids occur more than once: 1, such as 1/);
  });

  it('tells a file without any column that it knows, and one without records', async () => {
    const strange = await resolve(files.written('strange.csv', 'id,x1,x2\n1,17,a b\n'));
    expect([strange.code, strange.err]).toEqual([
      2,
      expect.stringMatching(/no column was recognized\. It has x1, x2\./),
    ]);
    const empty = await resolve(files.written('none.csv', 'id,email\n'));
    expect([empty.code, empty.err]).toEqual([1, expect.stringContaining('There are no records')]);
    expect(files.read('clusters.csv')).toBe('id,cluster\n');
  });

  it('tells how many pairs it will compare at most, before and in the report', async () => {
    const run = await resolve(customers, '--json', '--threads', '2');
    expect(run.err).toMatch(/At most 10 pairs to compare\.\n/);
    expect(JSON.parse(run.out)).toMatchObject({
      estimatedPairs: 10,
      rules: [{ rule: 'all-pairs', comparedPairs: 10 }],
    });
  });

  it('keeps what persons said, whatever the weights say', async () => {
    const answers = files.written('kept.csv', 'id_a,id_b,same\n1,2,no\n3,5,yes\n');
    expect((await resolve(customers, '--answers', answers)).code).toBe(0);
    expect(files.read('clusters.csv')).toBe('id,cluster\n1,1\n2,2\n3,3\n4,4\n5,3\n');
  });

  it('chooses the thresholds by reviewed pairs', async () => {
    const answers = files.written('thresholds.csv', 'id_a,id_b,same\n1,2,yes\n3,4,no\n4,5,yes\n3,5,no\n');
    const zones = async (...options: string[]) => {
      const run = await resolve(customers, '--json', '--answers', answers, ...options);
      return (JSON.parse(run.out) as { model: IdentityModel }).model.zones;
    };
    const [own, careful, bold] = [
      await zones(),
      await zones('--precision', '0.999'),
      await zones('--precision', '0.6'),
    ];
    expect(own).toEqual(defaultIdentityModel('person').zones);
    expect(careful.same).toBeGreaterThan(bold.same);
    expect(bold.same).toBeLessThan(own.same);
  });

  it('is bounded by a value that many records share, and says so', async () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => `${index},info@example.com`).join('\n');
    const run = await resolve(files.written('shared.csv', `id,email\n${rows}\n`));
    expect(run.err).toMatch(/Many records agree on .*not compared/);
  });
});

describe('steward identity explain', () => {
  it('adds the evidence up to the probability', async () => {
    const run = await runSteward(['identity', 'explain', customers, '--id', 'id', '1', '2', '--json']);
    const { priorBits, parts, bits, zone } = JSON.parse(run.out) as PairExplanation;
    expect(priorBits + parts.reduce((sum, part) => sum + part.bits, 0)).toBeCloseTo(bits, 6);
    expect([run.code, zone]).toEqual([0, 'same']);
  });

  it('says it in words, with what could not be compared, and draws it', async () => {
    const chart = files.path('pair.html');
    const run = await runSteward(['identity', 'explain', customers, '--id', 'id', '1', '2', '--charts', chart]);
    expect(run.out).toMatch(/\+ +\d+\.\d+ {2}Same e-mail address/);
    expect(run.out).toMatch(/Phone number not compared/);
    expect(run.out).not.toMatch(/Company/);
    expect(files.read('pair.html')).toMatch(/<svg[^]*Same e-mail address[^]*<\/svg>/);
  });

  it('tells an id that is not there', async () => {
    const run = await runSteward(['identity', 'explain', customers, '--id', 'id', '1', '22']);
    expect([run.code, run.err]).toEqual([2, expect.stringMatching(/there is no record "22"\. Did you mean/)]);
  });
});

describe('steward identity train and evaluate', () => {
  const labelled = [...syntheticCustomers({ records: 600, seed: 7 })];
  const fields = ['given_name', 'family_name', 'birth_date', 'email', 'phone', 'city', 'postcode'] as const;
  const rows = labelled.map(({ id, customer, values }) =>
    [id, customer, ...fields.map((field) => values[field] ?? '')].map((text) => `"${String(text)}"`).join(','),
  );
  const file = files.written('labelled.csv', [`id,customer,${fields.join(',')}`, ...rows].join('\n'));

  it('measures a model that the others take, with its provenance', async () => {
    const model = files.path('model.json');
    const charts = files.path('model.html');
    const run = await runSteward(['identity', 'train', file, '--id', 'id', '--out', model, '--charts', charts]);
    expect(run).toMatchObject({ code: 0, out: '' });
    const { provenance } = files.json('model.json') as IdentityModel;
    expect(provenance).toMatchObject({ method: 'expectation-maximization', records: 600 });
    expect(files.read('model.html')).toContain('Match weights');
    expect((await resolve(file, '--model', model)).code).toBe(0);
  });

  it('learns from reviewed pairs, and tells answers that it cannot use', async () => {
    const [one, other] = [labelled[0]?.id ?? '', labelled[1]?.id ?? ''];
    const answers = files.written(
      'answers.csv',
      `id_a,id_b,same\n${one},${other},no\n${one},nobody,yes\n${other},${one},perhaps\n`,
    );
    const model = files.path('learned.json');
    const run = await runSteward(['identity', 'train', file, '--id', 'id', '--out', model, '--answers', answers]);
    expect([run.code, run.err]).toEqual([
      1,
      expect.stringContaining('Learned from 0 pairs of one customer and 1 of two.'),
    ]);
    expect(run.err).toContain('1 answer about records that are not in the file.');
    expect((files.json('learned.json') as IdentityModel).provenance.reviewedPairs).toEqual({ same: 0, different: 1 });
  });

  it('says how right the groups are', async () => {
    const charts = files.path('evaluation.html');
    const run = await runSteward([
      'identity',
      'evaluate',
      file,
      '--id',
      'id',
      '--truth',
      'customer',
      '--json',
      '--charts',
      charts,
    ]);
    const { precision, recall, f1, records } = JSON.parse(run.out) as Record<string, number>;
    expect(records).toBe(600);
    expect(precision).toBeGreaterThan(0.98);
    expect(recall).toBeGreaterThan(0.5);
    expect(f1).toBeGreaterThan(0.7);
    expect(files.read('evaluation.html')).toContain('Precision and recall');
  });

  it('chooses the thresholds by the truth, and says how they do on pairs that they were not chosen by', async () => {
    const evaluated = async (...options: string[]) => {
      const run = await runSteward([
        'identity',
        'evaluate',
        file,
        '--id',
        'id',
        '--truth',
        'customer',
        '--json',
        ...options,
      ]);
      expect(run.code).toBe(0);
      return JSON.parse(run.out) as Record<string, number> & { zones: Zones; heldOut: HeldOutAccuracy };
    };
    const [plain, bold] = [await evaluated(), await evaluated('--precision', '0.9')];
    expect(bold.zones.same).toBeLessThan(plain.zones.same);
    expect(bold['recall']).toBeGreaterThanOrEqual(plain['recall'] ?? 1);
    const { joined, right, truePairs } = bold.heldOut;
    expect(right / joined).toBeGreaterThan(0.85);
    expect(truePairs).toBeLessThanOrEqual(bold['truePairs'] ?? 0);
    expect(plain.heldOut).toBeUndefined();
  });

  it('trains thresholds by answers', async () => {
    const byCustomer = new Map<number, string>();
    const rows = labelled.flatMap(({ id, customer }, index) => {
      const first = byCustomer.get(customer);
      byCustomer.set(customer, first ?? id);
      const stranger = labelled[(index + 7) % labelled.length];
      const strangers = stranger === undefined || stranger.customer === customer ? [] : [`${id},${stranger.id},no`];
      return first === undefined ? strangers : [`${first},${id},yes`, ...strangers];
    });
    const answers = files.written('many.csv', ['id_a,id_b,same', ...rows].join('\n'));
    const model = files.path('thresholds.json');
    const options = ['--out', model, '--answers', answers, '--precision', '0.95'];
    const run = await runSteward(['identity', 'train', file, '--id', 'id', ...options]);
    expect(run.err).toMatch(/Thresholds: same from 0\.\d+, review from 0\.\d+\./);
    const { zones } = files.json('thresholds.json') as IdentityModel;
    expect(zones.same).toBeLessThan(defaultIdentityModel('person').zones.same);
    expect(zones.ask).toBeLessThanOrEqual(zones.same);
  });

  it('needs a column that knows the truth', async () => {
    const run = await runSteward(['identity', 'evaluate', file, '--id', 'id', '--truth', 'truth']);
    expect([run.code, run.err]).toEqual([2, expect.stringMatching(/--truth: .* has no column "truth"/)]);
  });
});
