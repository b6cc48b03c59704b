// Writes a schema of OpenAPI 3.0 as one of JSON Schema, for answers or for requests: what is written only is not in the former, what is read only not in the latter.

const kept = ['type', 'enum', 'format', 'maxProperties'];
const meaningless = ['description', 'example', 'default', 'readOnly', 'writeOnly'];

export function jsonSchema({ nullable, ...schema }, hidden = 'writeOnly') {
  const rewritten = rewrite(schema, hidden);
  return nullable ? orNull(rewritten) : rewritten;
}

// Beside a reference nothing counts but what says that null will do, too: the document writes it so, though OpenAPI 3.0 has no such place.
function rewrite(schema, hidden) {
  if (schema.$ref)
    return { $ref: schema.$ref };
  const rewritten = {};
  for (const [keyword, value] of Object.entries(schema))
    if (keyword === 'properties')
      rewritten.properties = Object.fromEntries(Object.entries(value).filter(([, member]) => !member[hidden]).map(([name, member]) => [name, jsonSchema(member, hidden)]));
    else if (keyword === 'required')
      rewritten.required = value.filter(name => !schema.properties?.[name]?.[hidden]);
    else if (['oneOf', 'anyOf', 'allOf'].includes(keyword))
      rewritten[keyword] = value.map(alternative => jsonSchema(alternative, hidden));
    else if (keyword === 'items')
      rewritten.items = jsonSchema(value, hidden);
    else if (kept.includes(keyword))
      rewritten[keyword] = value;
    else if (!meaningless.includes(keyword))
      throw new Error(`What a schema says by ${keyword} is not known here.`);
  return rewritten;
}

// Without a type, null is one more alternative; without anything, it is allowed already.
function orNull(schema) {
  if (Object.keys(schema).length === 0)
    return schema;
  if (typeof schema.type !== 'string')
    return { anyOf: [schema, { type: 'null' }] };
  return { ...schema, type: [schema.type, 'null'], ...(schema.enum && { enum: [...schema.enum, null] }) };
}
