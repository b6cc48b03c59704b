// Holds answers against OpenAPI documents with Ajv, the validator within Prism: the very copy that Prism brings along. Prism itself fails to compile a schema
// with `nullable` and no type, says nothing of that, and lets everything pass. Arguments: the documents' files. It listens on a free port, which it prints;
// POST {document, path, status, body} is answered with what is wrong, one fault a line, and with nothing where nothing is.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { jsonSchema } from './schemas.mjs';

const prism = createRequire(createRequire(import.meta.url).resolve('@stoplight/prism-cli'));
const validators = createRequire(prism.resolve('@stoplight/prism-http'));
const { default: Ajv } = validators('ajv');
const { default: addFormats } = validators('ajv-formats');
const { date_time } = validators('./validator/validators/dateTime.js');

const mediaType = 'application/vnd.api+json';
const worstFaults = 12;
const readings = process.argv.slice(2).map(file => reading(JSON.parse(readFileSync(file, 'utf8'))));

const server = createServer(async (request, response) => {
  try {
    const chunks = [];
    for await (const chunk of request)
      chunks.push(chunk);
    response.end(faults(JSON.parse(Buffer.concat(chunks))).join('\n'));
  } catch (error) {
    response.statusCode = 500;
    response.end(String(error.stack));
  }
});
server.listen(0, '127.0.0.1', () => console.log(`Listening on http://127.0.0.1:${server.address().port}/`));

function faults({ document, path, status, body }) {
  const validate = readings[document](path, status);
  if (!validate)
    return [`The document knows no answer ${status} of ${path}.`];
  return validate(body) ? [] : validate.errors.slice(0, worstFaults).map(error => `${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`);
}

// Each component is a schema of its own, which is compiled once, whoever refers to it. Strict: an unknown keyword or format is an error, not ignored.
function reading(document) {
  const ajv = new Ajv({ allErrors: true, strict: true, strictTypes: false, strictRequired: false, inlineRefs: false });
  addFormats(ajv);
  ajv.addFormat('date-time', date_time);
  ajv.addFormat('binary', true);
  for (const [name, schema] of Object.entries(document.components.schemas))
    ajv.addSchema(jsonSchema(schema), `#/components/schemas/${name}`);
  const compiled = new Map();
  return (path, status) => {
    const key = `${status} ${path}`;
    if (!compiled.has(key)) {
      const schema = schemaOf(document, path, status);
      compiled.set(key, schema && ajv.compile(jsonSchema(schema)));
    }
    return compiled.get(key);
  };
}

function schemaOf(document, path, status) {
  const responses = document.paths[path]?.get.responses;
  let response = responses?.[status] ?? responses?.[`${String(status)[0]}XX`];
  if (response?.$ref)
    response = document.components.responses[response.$ref.split('/').at(-1)];
  return response?.content[mediaType].schema;
}
