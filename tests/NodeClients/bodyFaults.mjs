// The faults of request bodies against an OpenAPI document, with Ajv. Members that the document does not list are faults.
import { createRequire } from 'node:module';
import { jsonSchema } from './schemas.mjs';

const prism = createRequire(createRequire(import.meta.url).resolve('@stoplight/prism-cli'));
const validators = createRequire(prism.resolve('@stoplight/prism-http'));
const { default: Ajv } = validators('ajv');
const { default: addFormats } = validators('ajv-formats');
const { date_time } = validators('./validator/validators/dateTime.js');

const worstFaults = 12;

/** Reads a document and returns faultsOf(operationId, body), an array of lines. */
export function bodyFaults(document) {
  const ajv = new Ajv({ allErrors: true, strict: true, strictTypes: false, strictRequired: false, inlineRefs: false });
  addFormats(ajv);
  ajv.addFormat('date-time', date_time);
  ajv.addFormat('binary', true);
  for (const [name, schema] of Object.entries(document.components.schemas))
    ajv.addSchema(closed(jsonSchema(schema, 'readOnly')), `#/components/schemas/${name}`);

  const compiled = new Map();
  for (const methods of Object.values(document.paths))
    for (const operation of Object.values(methods)) {
      const schema = operation.requestBody?.content?.['application/vnd.api+json']?.schema;
      if (schema)
        compiled.set(operation.operationId, ajv.compile(closed(jsonSchema(schema, 'readOnly'))));
    }

  return (operation, body) => {
    const validate = compiled.get(operation);
    if (!validate)
      return body === null ? [] : [`The document has no body for ${operation}.`];
    return validate(body) ? [] : validate.errors.slice(0, worstFaults).map(error => `${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`);
  };
}

// An object that lists its members has no others: the document means it, though its schemas leave it open.
function closed(schema) {
  if (Array.isArray(schema))
    return schema.map(closed);
  if (schema === null || typeof schema !== 'object')
    return schema;
  const rewritten = Object.fromEntries(Object.entries(schema).map(([keyword, value]) =>
    keyword === 'properties' ? [keyword, Object.fromEntries(Object.entries(value).map(([name, member]) => [name, closed(member)]))]
    // Two alternatives may be equal, as the send options of e-mails and of SMS are.
    : keyword === 'oneOf' ? ['anyOf', closed(value)]
    : ['anyOf', 'items'].includes(keyword) ? [keyword, closed(value)]
    : [keyword, value]));
  return rewritten.properties && !schema.allOf ? { ...rewritten, additionalProperties: false } : rewritten;
}
