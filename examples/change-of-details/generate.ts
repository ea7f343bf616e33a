import { printCustomers } from '../print-customers.ts';
import { changeForms } from './customers.ts';

// A line of JSON per form.
printCustomers(changeForms, process.argv.slice(2), 'node examples/change-of-details/generate.ts [COUNT] [SEED]');
