// Holds the bodies of requests against an OpenAPI document with Ajv. Arguments: the document, and a file with { operation, body } for each request. Output: the
// faults of each, in the same order; none where it conforms.
import { readFileSync } from 'node:fs';
import { bodyFaults } from './bodyFaults.mjs';

const [document, requests] = process.argv.slice(2).map(file => JSON.parse(readFileSync(file, 'utf8')));
const faultsOf = bodyFaults(document);
process.stdout.write(JSON.stringify(requests.map(({ operation, body }) => faultsOf(operation, body))));
