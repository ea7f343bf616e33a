import { readFileSync } from 'node:fs';
import { parseJourney } from '../../rules/index.ts';
import { printCustomers } from '../print-customers.ts';
import { refundCustomers } from './customers.ts';

// node examples/refund-triage/generate.ts customers [COUNT] [SEED]   a line of JSON per customer
// node examples/refund-triage/generate.ts table                      the journey's table as a file of its own

const usage = 'node examples/refund-triage/generate.ts customers [COUNT] [SEED] | table';
const [what, ...args] = process.argv.slice(2);

if (what === 'table') {
  const journey = parseJourney(JSON.parse(readFileSync(new URL('journey.json', import.meta.url), 'utf8')));
  if (!journey.ok) throw new Error(`journey.json is not a journey: ${JSON.stringify(journey.issues)}`);
  console.log(JSON.stringify(journey.value.tables['refund-limits'], null, 2));
} else {
  printCustomers(refundCustomers, what === 'customers' ? args : ['?'], usage);
}
