// Bodies of requests made from an OpenAPI document alone: for each operation one with everything that its schema has, one with what it requires only, and one for
// each alternative of its first union. Argument: the document. Output: { operation: [body, …] }.
import { readFileSync } from 'node:fs';

/** Reads a document and returns bodiesOf(operationId), an array. */
export function bodiesOf(document) {
  const resolve = schema => (schema.$ref ? { ...resolve(document.components.schemas[schema.$ref.split('/').at(-1)]), ...rest(schema) } : schema);
  const rest = ({ $ref, ...others }) => others;

  // The choice of alternatives: the nth body takes the nth alternative of each union, so that every one is written once.
  const valueOf = (given, name, { all, turn }, depth = 0) => {
    const schema = resolve(given);
    if (schema.allOf)
      return Object.assign({}, ...schema.allOf.map(part => valueOf(part, name, { all, turn }, depth + 1)));
    const alternatives = schema.oneOf ?? schema.anyOf;
    if (alternatives)
      return valueOf(alternatives[turn % alternatives.length], name, { all, turn }, depth + 1);
    if (schema.enum)
      return schema.enum[turn % schema.enum.length];
    switch (schema.type ?? (schema.properties ? 'object' : undefined)) {
      case 'object': {
        const required = new Set(schema.required ?? []);
        const members = Object.entries(schema.properties ?? {}).filter(([member, value]) => !value.readOnly && (required.has(member) || (all && depth < 14)));
        if (!schema.properties)
          return all && schema.maxProperties !== 0 ? { 'a key': 'a value', camelCase: 1, snake_case: { nested: true } } : {};
        return Object.fromEntries(members.map(([member, value]) => [member, valueOf(value, member, { all, turn }, depth + 1)]));
      }
      case 'array':
        return [valueOf(schema.items ?? {}, name, { all, turn }, depth + 1)];
      case 'integer':
        return schema.minimum ?? 100;
      case 'number':
        return 9.5;
      case 'boolean':
        return true;
      case 'string':
        return textOf(schema, name);
      default:
        return 'any value';
    }
  };

  const textOf = (schema, name) => {
    if (schema.format === 'date-time')
      return '2026-11-30T10:20:30+00:00';
    if (schema.format === 'date')
      return '2026-11-30';
    if (/email/.test(name))
      return 'ada@example.com';
    if (/phone/.test(name))
      return '+441632960961';
    if (/url|endpoint|href/.test(name))
      return 'https://example.com/a';
    return `some_${name.replace(/[^a-z]/gi, '_')}`;
  };

  const schemas = new Map();
  for (const [path, methods] of Object.entries(document.paths))
    for (const [method, operation] of Object.entries(methods))
      if (operation.operationId && method !== 'get')
        schemas.set(operation.operationId, { path, method, schema: operation.requestBody?.content?.['application/vnd.api+json']?.schema });

  return operation => {
    const { schema } = schemas.get(operation) ?? {};
    if (!schema)
      return [];
    const bodies = [valueOf(schema, 'data', { all: true, turn: 0 }), valueOf(schema, 'data', { all: false, turn: 0 })];
    for (let turn = 1; turn < 12; turn++)
      bodies.push(valueOf(schema, 'data', { all: true, turn }));
    return [...new Set(bodies.map(body => JSON.stringify(body)))].map(text => JSON.parse(text));
  };
}

if (process.argv[1]?.endsWith('bodies.mjs')) {
  const document = JSON.parse(readFileSync(process.argv[2], 'utf8'));
  const make = bodiesOf(document);
  const operations = Object.values(document.paths).flatMap(methods => Object.entries(methods)).filter(([method, o]) => o.operationId && method !== 'get').map(([, o]) => o.operationId);
  console.log(JSON.stringify(Object.fromEntries(operations.map(operation => [operation, make(operation)]))));
}
