import {
  defaultIdentityModel,
  normalizeRecord,
  scorePair,
  type IdentityChange,
  type IdentityKind,
  type IdentityRecord,
  type PairExplanation,
  type ProfileLink,
  type ProfileMember,
} from '../../../engine/index.ts';

/** What the hub in memory keeps of a profile; the rest is worked out of it. */
export interface KeptProfile {
  id: string;
  kind: IdentityKind;
  members: ProfileMember[];
  links: ProfileLink[];
  createdAt: string;
  changedAt: string;
  mergedInto: string | null;
  history: IdentityChange[];
}

const models = { person: defaultIdentityModel('person'), company: defaultIdentityModel('company') };

/** Weighs two records by the rule that Steward brings. */
export function explain(kind: IdentityKind, left: ProfileMember, right: ProfileMember): PairExplanation {
  const normalized = ({ recordId, values }: ProfileMember) =>
    normalizeRecord({ id: recordId, values: values as IdentityRecord['values'] }, { region: 'DE' });
  return scorePair(models[kind], normalized(left), normalized(right));
}

/** A record of a customer, as one system has it. */
export function member(
  place: string,
  values: Record<string, string>,
  updatedAt: string | null = '2026-10-04T08:12:00.000Z',
): ProfileMember {
  const [source = '', id = ''] = place.split(' ');
  const { setAside } = normalizeRecord({ id, values }, { region: 'DE' });
  return {
    recordId: `r-${source}-${id}`,
    id,
    source,
    updatedAt,
    addedAt: '2026-11-20T09:30:00.000Z',
    values,
    setAside,
  };
}

/** A profile of records, each joined with each, as the rule finds them. */
export function profileOf(id: string, kind: IdentityKind, members: ProfileMember[], changedAt: string): KeptProfile {
  const links = members.flatMap((left, at) =>
    members.slice(at + 1).flatMap((right): ProfileLink[] => {
      const explanation = explain(kind, left, right);
      return explanation.bits > 0 ? [{ left: left.recordId, right: right.recordId, madeBy: 'model', explanation }] : [];
    }),
  );
  return {
    id,
    kind,
    members,
    links,
    createdAt: '2026-11-20T09:30:00.000Z',
    changedAt,
    mergedInto: null,
    history: [
      {
        id: `${id}-created`,
        kind: 'created',
        at: '2026-11-20T09:30:00.000Z',
        by: { id: 'key:k4nz7q', name: 'n8n production' },
        reason: null,
        profiles: [id],
        records: members.slice(0, 1).map(({ recordId }) => recordId),
        undoable: false,
        recorded: null,
      },
      ...(members.length > 1
        ? [
            {
              id: `${id}-joined`,
              kind: 'joined' as const,
              at: changedAt,
              by: { id: 'key:k4nz7q', name: 'n8n production' },
              reason: null,
              profiles: [id],
              records: members.slice(1).map(({ recordId }) => recordId),
              undoable: true,
              recorded: null,
            },
          ]
        : []),
    ],
  };
}

const anna = [
  member('crm C-1007', {
    given_name: 'Anna',
    family_name: 'Lindqvist',
    birth_date: '1986-04-12',
    email: 'anna.lindqvist@example.com',
    phone: '+49 30 23125 014',
    street: 'Kastanienallee',
    house_number: '14',
    postcode: '10435',
    city: 'Berlin',
    marketing_consent: 'no',
  }),
  member(
    'shop 88213',
    {
      full_name: 'Anna Lindqvist-Berg',
      email: 'Anna.Lindqvist@example.com',
      birth_date: '1986-04-12',
      street: 'Lindenweg',
      house_number: '3',
      postcode: '14467',
      city: 'Potsdam',
      marketing_consent: 'yes',
    },
    '2026-11-18T19:41:00.000Z',
  ),
  member(
    'tickets T-5512',
    { full_name: 'A. Lindqvist', email: 'anna.lindqvist@example.com', phone: '030 23125014' },
    null,
  ),
  member('erp 40017', {
    full_name: 'Lindqvist, Anna',
    birth_date: '12.04.1986',
    phone: '0000',
    street: 'Kastanienallee',
    house_number: '14',
    postcode: '10435',
    city: 'Berlin',
    customer_number: '40017',
  }),
];

const hoffmann = { street: 'Am Hang', house_number: '7', postcode: '79102', city: 'Freiburg' };
/** Father and son at one address, joined by mistake: the record of the shop is the son's. */
const karl = [
  member('crm C-1033', {
    full_name: 'Karl Hoffmann',
    birth_date: '1954-09-02',
    email: 'hoffmann@example.org',
    ...hoffmann,
  }),
  member('erp 40031', { full_name: 'Hoffmann Karl', birth_date: '02.09.1954', ...hoffmann }),
  member('shop 88301', {
    full_name: 'Karl Hoffmann',
    birth_date: '1985-01-30',
    email: 'hoffmann@example.org',
    ...hoffmann,
  }),
];

const nordlicht = [
  member('crm F-201', {
    company: 'Nordlicht Solar GmbH',
    email: 'info@nordlicht.example',
    postcode: '24103',
    city: 'Kiel',
    street: 'Hafenstraße',
    house_number: '2',
  }),
  member('erp 70044', {
    company: 'Nordlicht Solar',
    postcode: '24103',
    city: 'Kiel',
    street: 'Hafenstr.',
    house_number: '2',
  }),
];

const givenNames = [
  'Mireille',
  'Jonas',
  'Tomás',
  'Wei',
  'Fatima',
  'Ewa',
  'Lukas',
  'Ingrid',
  'Samir',
  'Chiara',
  'Oluwaseun',
  'Petra',
];
const familyNames = [
  'Okafor',
  'Brandt',
  'Herrera',
  'Zhang',
  'El Amrani',
  'Kowalska',
  'Weber',
  'Nilsen',
  'Haddad',
  'Romano',
  'Schäfer',
];

/** Many more customers, so that lists have pages: mostly of one record, some of two. */
function others(count: number): KeptProfile[] {
  return Array.from({ length: count }, (_, index) => {
    const given = givenNames[index % givenNames.length] ?? '';
    const family = familyNames[(index * 7) % familyNames.length] ?? '';
    const values = {
      full_name: `${given} ${family}`,
      email: `${given}.${family}${index}@example.net`.toLowerCase().replace(/[^a-z0-9.@]/g, ''),
      birth_date: `19${60 + (index % 39)}-0${1 + (index % 9)}-1${index % 10}`,
    };
    const members = [member(`crm C-${2000 + index}`, values)];
    if (index % 3 === 0) members.push(member(`shop ${90000 + index}`, values));
    const changedAt = new Date(Date.parse('2026-11-21T16:00:00.000Z') - index * 47 * 60_000).toISOString();
    return profileOf(`p-${String(index).padStart(4, '0')}`, 'person', members, changedAt);
  });
}

/** The customers of the hub in memory. */
export function sampleProfiles(): KeptProfile[] {
  return [
    profileOf('p-anna', 'person', anna, '2026-11-22T13:02:00.000Z'),
    profileOf('p-karl', 'person', karl, '2026-11-22T11:40:00.000Z'),
    profileOf('p-nordlicht', 'company', nordlicht, '2026-11-21T17:20:00.000Z'),
    ...others(70),
  ];
}

/** Pairs that the rule does not dare to decide: the record on the left is new, the one on the right is known. */
export const samplePairs: [ProfileMember, ProfileMember][] = [
  [
    member('chat 7001', { full_name: 'M. Rosi', birth_date: '1991-07-03', email: 'turin1991@example.net' }),
    member('crm C-3001', {
      full_name: 'Maria Rossi',
      birth_date: '1991-03-07',
      email: 'm.rossi@example.com',
      city: 'Torino',
      postcode: '10121',
    }),
  ],
  [
    member('shop 88410', {
      full_name: 'Elif Yılmaz',
      birth_date: '1983-02-11',
      email: 'elif.y@example.org',
      street: 'Bergstraße',
      house_number: '21',
    }),
    member('crm C-3002', {
      full_name: 'Emre Yilmaz',
      birth_date: '1979-12-24',
      email: 'familie.yilmaz@example.org',
      street: 'Bergstr.',
      house_number: '21',
      postcode: '50667',
      city: 'Köln',
    }),
  ],
  [
    member('tickets T-6120', { full_name: 'Bob Turner', phone: '+44 20 7946 0123', city: 'Leeds' }),
    member('crm C-3003', {
      full_name: 'Robert Turner',
      birth_date: '1968-05-19',
      phone: '+44 20 7946 0199',
      email: 'r.turner@example.com',
      city: 'Leeds',
    }),
  ],
];
