// Bodies of requests made from an OpenAPI document, and variants of them with one change each: a member removed, nulled, of another type, unknown, or a text that no
// enumeration has. Argument: the document. Output: [{ operation, body, variants: [{ kind, path, value, faults }] }], where path leads from the body to the member and
// faults is the number of faults that Ajv finds.
import { readFileSync } from 'node:fs';
import { bodiesOf } from './bodies.mjs';
import { bodyFaults } from './bodyFaults.mjs';

const document = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const make = bodiesOf(document);
const faultsOf = bodyFaults(document);
const most = 400;

const operations = Object.values(document.paths).flatMap(methods => Object.entries(methods))
  .filter(([method, operation]) => operation.operationId && method !== 'get').map(([, operation]) => operation.operationId);

const results = [];
for (const operation of operations)
  for (const body of make(operation).slice(0, 4)) {
    if (faultsOf(operation, body).length > 0)
      continue;
    const changes = [...changesOf(body.data, ['data'])];
    // A large body has thousands of members: every nth is changed.
    const step = Math.max(1, Math.ceil(changes.length / most));
    const variants = changes.filter((_, index) => index % step === 0).map(change => ({ ...change, faults: faultsOf(operation, apply(body, change)).length }));
    results.push({ operation, body, variants });
  }
process.stdout.write(JSON.stringify(results));

function* changesOf(value, path) {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries())
      yield* changesOf(item, [...path, index]);
    return;
  }
  if (value === null || typeof value !== 'object')
    return;
  yield { kind: 'unknown', path: [...path, 'no_such_member'], value: 1 };
  for (const [name, member] of Object.entries(value)) {
    const place = [...path, name];
    yield { kind: 'removed', path: place };
    yield { kind: 'null', path: place, value: null };
    yield { kind: 'type', path: place, value: otherType(member) };
    if (typeof member === 'string')
      yield { kind: 'text', path: place, value: 'no_such_value' };
    yield* changesOf(member, place);
  }
}

function otherType(value) {
  return Array.isArray(value) || typeof value === 'object' ? 'a text' : typeof value === 'string' ? true : 'a text';
}

function apply(body, { path, value, kind }) {
  const copy = structuredClone(body);
  const owner = path.slice(0, -1).reduce((node, step) => node[step], copy);
  if (kind === 'removed')
    delete owner[path.at(-1)];
  else
    owner[path.at(-1)] = value;
  return copy;
}
