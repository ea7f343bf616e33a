import { readFileSync } from 'node:fs';
import { parseJourney } from '../../rules/index.ts';
import { refundCustomers } from './customers.ts';

// node examples/refund-triage/generate.ts customers [COUNT] [SEED]   a line of JSON per customer
// node examples/refund-triage/generate.ts table                      the journey's table as a file of its own

const [what = '', count = '200', seed = '2026'] = process.argv.slice(2);

if (what === 'customers' && /^\d+$/.test(count) && /^-?\d+$/.test(seed)) {
  for (const customer of refundCustomers(Number(count), Number(seed))) console.log(JSON.stringify(customer));
} else if (what === 'table') {
  const journey = parseJourney(JSON.parse(readFileSync(new URL('journey.json', import.meta.url), 'utf8')));
  if (!journey.ok) throw new Error(`journey.json is not a journey: ${JSON.stringify(journey.issues)}`);
  console.log(JSON.stringify(journey.value.tables['refund-limits'], null, 2));
} else {
  console.error('Usage: node examples/refund-triage/generate.ts customers [COUNT] [SEED] | table');
  process.exitCode = 2;
}
