/** Of a journey's id, in characters. chosen: 200, because an id is made of a name or is 36 characters long. */
export const maxIdLength = 200;

/**
 * The forms of what the journey routes take. A document's own form is the business of `rules/schema`; here it only has to
 * be an object, so that its problems come with one wording wherever a document enters.
 */
export const journeyParams = {
  type: 'object',
  properties: { id: { type: 'string', minLength: 1, maxLength: maxIdLength } },
  required: ['id'],
} as const;

export const documentBody = {
  type: 'object',
  properties: { document: { type: 'object' } },
  required: ['document'],
  additionalProperties: false,
} as const;

export const samplesBody = {
  type: 'object',
  properties: {
    name: { type: 'string', maxLength: 200 },
    customers: { type: 'array', maxItems: 100_000, items: { type: 'object' } },
  },
  required: ['name', 'customers'],
  additionalProperties: false,
} as const;

export const publishBody = {
  type: 'object',
  properties: { revision: { type: 'integer', minimum: 1 }, overwrite: { type: 'boolean' } },
  required: ['revision'],
  additionalProperties: false,
} as const;
