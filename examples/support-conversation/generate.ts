import { printCustomers } from '../print-customers.ts';
import { supportConversations } from './customers.ts';

// A line of JSON per conversation.
printCustomers(
  supportConversations,
  process.argv.slice(2),
  'node examples/support-conversation/generate.ts [COUNT] [SEED]',
);
