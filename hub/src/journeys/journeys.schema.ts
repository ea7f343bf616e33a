import { Type } from '@sinclair/typebox';
import { nullable, OpenObject, Timestamp } from '../http/schemas.ts';

/** Of a journey's id, in characters. chosen: 200, because an id is made of a name or is 36 characters long. */
export const maxIdLength = 200;

/**
 * The forms of what the journey routes take and give. A document's own form is the business of `rules/schema`; here it only
 * has to be an object, so that its problems come with one wording wherever a document enters, and it leaves as it came.
 */
export const journeyParams = Type.Object({
  id: Type.String({ minLength: 1, maxLength: maxIdLength, description: 'The journey’s id.' }),
});

const documentSchema = Type.Object(
  {},
  { additionalProperties: true, description: 'A journey document, as rules/schema/journey.schema.json describes it.' },
);

/** Not checked by schema: the refusals say more (`revision_required`, `invalid_if_match`). */
export const ifMatchHeaders = Type.Object({
  'if-match': Type.Optional(Type.String({ description: 'The revision that was changed, such as `"3"`. Required.' })),
});

export const documentBody = Type.Object({ document: documentSchema }, { additionalProperties: false });

export const samplesBody = Type.Object(
  {
    name: Type.String({ maxLength: 200 }),
    customers: Type.Array(OpenObject, { maxItems: 100_000 }),
  },
  { additionalProperties: false },
);

export const samplesSchema = Type.Object({ name: Type.String(), customers: Type.Array(OpenObject) });

export const publicationSchema = Type.Object({
  workflowId: Type.String({ description: 'In n8n.' }),
  revision: Type.Integer({ minimum: 1 }),
  versionId: Type.String({ description: 'n8n’s id of the version that was published.' }),
  publishedAt: Timestamp,
  publishedBy: Type.String(),
  webhookUrls: Type.Record(Type.String(), Type.String(), { description: 'Production addresses, by step.' }),
  replaced: Type.Optional(
    Type.Object({
      workflowId: Type.String(),
      reason: Type.Union([Type.Literal('deleted'), Type.Literal('archived')]),
    }),
  ),
});

const savedMembers = {
  revision: Type.Integer({ minimum: 1, description: 'Counts up by one with every save.' }),
  updatedAt: Timestamp,
  updatedBy: Type.String(),
  publication: nullable(publicationSchema),
};

export const journeySummariesSchema = Type.Array(
  Type.Object({
    id: Type.String(),
    name: Type.String(),
    stepCount: Type.Integer({ minimum: 0 }),
    tableCount: Type.Integer({ minimum: 0 }),
    ...savedMembers,
  }),
);

export const storedJourneySchema = Type.Object({ document: documentSchema, ...savedMembers });
