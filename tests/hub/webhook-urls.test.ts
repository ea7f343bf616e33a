import { expect, test } from 'vitest';
import { webhookUrls } from '../../hub/src/publishing/webhook-urls.ts';

const base = 'https://n8n.example.com/webhook';
const node = (parameters: object, more: object = {}) => ({
  id: 'hook',
  name: 'Hook',
  type: 'n8n-nodes-base.webhook',
  typeVersion: 2.1,
  position: [0, 0] as [number, number],
  webhookId: 'f00d',
  parameters: parameters as never,
  ...more,
});

test.each([
  ['a path', node({ path: 'refunds' }), 'refunds'],
  ['a path with parts', node({ path: 'refunds/new' }), 'refunds/new'],
  ['a slash before it', node({ path: '/refunds' }), 'refunds'],
  ['a parameter in it', node({ path: 'refunds/:id' }), 'f00d/refunds/:id'],
  ['a parameter first', node({ path: ':id' }), 'f00d/:id'],
  ['no path', node({}), 'f00d'],
])('the address of a webhook with %s is n8n’s', (_, webhook, end) => {
  expect(webhookUrls([webhook], base)).toEqual({ hook: `${base}/${end}` });
});

test.each([
  ['disabled', node({ path: 'a' }, { disabled: true })],
  ['named by an expression', node({ path: '={{ $json.a }}' })],
  ['of another type', node({ path: 'a' }, { type: 'n8n-nodes-base.set' })],
  ['without path and id', node({}, { webhookId: undefined })],
])('a node that is %s has no address', (_, webhook) => {
  expect(webhookUrls([webhook], base)).toEqual({});
});
