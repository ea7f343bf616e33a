import { printCustomers } from '../print-customers.ts';
import { serviceCases } from './customers.ts';

// A line of JSON per case.
printCustomers(serviceCases, process.argv.slice(2), 'node examples/service-desk/generate.ts [COUNT] [SEED]');
