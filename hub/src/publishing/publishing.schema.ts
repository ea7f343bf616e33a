import { Type } from '@sinclair/typebox';
import { OpenObject } from '../http/schemas.ts';

export const publishBody = Type.Object(
  {
    revision: Type.Integer({ minimum: 1, description: 'The revision that was on the screen.' }),
    overwrite: Type.Optional(
      Type.Boolean({ description: 'Replace edits that were made in n8n since the last publication.' }),
    ),
  },
  { additionalProperties: false },
);

export const workflowSchema = Type.Object(
  { nodes: Type.Array(OpenObject), connections: OpenObject },
  { additionalProperties: true, description: 'A workflow as n8n exports it.' },
);
