import type { KeyScope, Permission, Role } from '../../../engine/index.ts';

/** What people call the roles. */
export const roleTitles: Readonly<Record<Role, string>> = {
  designer: 'Designer',
  reviewer: 'Reviewer',
  publisher: 'Publisher',
  'regional-editor': 'Regional editor',
  'data-steward': 'Data steward',
  administrator: 'Administrator',
  auditor: 'Auditor',
};

/** What each permission lets somebody do, after "may". */
export const permissionWords: Readonly<Record<Permission, string>> = {
  'journeys:read': 'see journeys',
  'journeys:edit': 'draw and change journeys',
  'journeys:publish': 'publish journeys to n8n',
  'ledger:append': 'record decisions',
  'ledger:read': 'search the ledger, without personal values',
  'ledger:inputs': 'open personal inputs, with a reason',
  'ledger:export': 'export the ledger',
  'ledger:erase': 'erase a person',
  'identity:match': 'ask who a customer is',
  'identity:read': 'see customer profiles',
  'identity:steward': 'answer doubts, merge and split profiles',
  'identity:policy': 'change when records are one customer',
  'identity:erase': 'erase a profile',
  'keys:manage': 'make and revoke API keys',
  'people:manage': 'give roles',
  'metrics:read': 'read metrics',
};

/** What a scope of an API key is for. */
export const scopeWords: Readonly<Record<KeyScope, { title: string; detail: string }>> = {
  'ledger:append': { title: 'Record decisions', detail: 'What Steward’s nodes in n8n need.' },
  'ledger:read': { title: 'Read the ledger', detail: 'Search, receipts and verification; nothing personal.' },
  'ledger:export': { title: 'Export the ledger', detail: 'For archives and other systems; nothing personal.' },
  'identity:match': {
    title: 'Ask who a customer is',
    detail: 'What the Identity Resolution node needs to match against known profiles.',
  },
  'journeys:read': { title: 'Read journeys', detail: 'All journeys and what was published.' },
  'metrics:read': { title: 'Read metrics', detail: 'For Prometheus.' },
};
