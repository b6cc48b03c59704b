// Judges filters over rows that are here, so that what the server finds can be compared with what it ought to find.

/** All values at a dotted path, through arrays. */
export function valuesAt(row, path) {
  let values = [row.attributes ?? {}];
  for (const name of path.split('.'))
    values = values.flat().filter(value => value !== null && typeof value === 'object' && name in value).map(value => value[name]);
  return values.flat().filter(value => value !== null && value !== undefined);
}

const quote = text => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

/** Microseconds since 1970: a Date would forget all but the thousands of them. */
const micros = text => Date.parse(text) * 1000 + Number((/\.\d{3}(\d{3})/.exec(text) ?? [0, 0])[1]);

const compare = {
  date: (left, right) => micros(left) - micros(right),
  number: (left, right) => Number(left) - Number(right),
  string: (left, right) => (left < right ? -1 : left > right ? 1 : 0),
  boolean: (left, right) => Number(left) - Number(right),
};

const holds = {
  'equals': order => order === 0,
  'any': order => order === 0,
  'greater-than': order => order > 0,
  'greater-or-equal': order => order >= 0,
  'less-than': order => order < 0,
  'less-or-equal': order => order <= 0,
};

/** A filter over one field, and the ids it ought to find among the rows; null where the rows do not hold the field. */
export function filterOver(rows, { field, kind, operator, operand }) {
  const read = field === 'id' || field === 'ids' ? row => [row.id] : row => valuesAt(row, field);
  const known = rows.flatMap(read);
  if (known.length === 0 || kind === 'none' || known.some(value => typeof value === 'object'))
    return null;
  const value = known[Math.floor(known.length / 2)];
  const literal = kind === 'string' ? quote(String(value)) : String(value);
  const test = {
    'contains': other => other.includes(value),
    'starts-with': other => other.startsWith(value),
    'ends-with': other => other.endsWith(value),
  }[operator] ?? (other => holds[operator](compare[kind](other, value)));
  return {
    text: `${operator}(${field},${operand === 'list' ? `[${literal}]` : literal})`,
    ids: rows.filter(row => read(row).some(test)).map(row => row.id),
  };
}
