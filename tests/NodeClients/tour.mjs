// A tour of all GET operations with Klaviyo's own SDK. Argument: a file that says where to go and what is there. Output: what was seen, and every
// expectation that was not met.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { filterOver } from './filters.mjs';
import { methodOf, property } from './sdk.mjs';

const plan = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const report = { visited: [], lacking: [], failures: [], requests: 0, pages: 0, rows: 0, filters: 0 };

for (const stop of plan.operations) {
  const method = methodOf(stop.operation, plan.address, plan.key);
  if (!method) {
    report.lacking.push(stop.operation);
    continue;
  }
  const visit = new Visit(stop, method);
  for (const check of ['everything', 'sorted', 'filtered', 'sparse', 'including', 'additional'])
    await attempt(`${stop.operation} ${check}`, () => visit[check]());
  report.visited.push(stop.operation);
}
for (const [name, check] of Object.entries(errors()))
  await attempt(name, check);
console.log(JSON.stringify(report));

async function attempt(name, check) {
  try {
    await check();
  } catch (error) {
    const told = error.response ? ` ${error.config?.url} ${JSON.stringify(error.config?.params)} answered ${JSON.stringify(error.response.data)}` : '';
    report.failures.push(`${name}: ${error.message}${told}`);
  }
}

function Visit(stop, method) {
  const given = { id: stop.id, companyId: stop.company, ...(stop.filter && { filter: stop.filter }) };
  const ask = async parameters => {
    report.requests++;
    const { response, body } = await method.call({ ...given, ...parameters });
    assert.equal(response.status, 200);
    return { raw: response.data, body };
  };
  const rowsOf = document => (Array.isArray(document.data) ? document.data : document.data ? [document.data] : []);

  // As the SDK's own documentation has it, the whole of links.next is the cursor.
  const all = async parameters => {
    const rows = [];
    for (let cursor; ;) {
      const { raw } = await ask({ ...parameters, ...(cursor && { 'page[cursor]': cursor }) });
      report.pages++;
      rows.push(...rowsOf(raw));
      cursor = raw.links.next;
      if (!cursor)
        return rows;
    }
  };
  const largest = stop.largestPage ? { 'page[size]': stop.largestPage } : {};
  const ids = rows => rows.map(row => row.id);
  let whole = [];

  this.everything = async () => {
    const { raw, body } = await ask(largest);
    const read = rowsOf(body);
    assert.deepEqual(ids(read), ids(rowsOf(raw)), 'the SDK reads the ids that were sent');
    assert.ok(read.every(row => row.type === stop.type), `the SDK reads resources of the type ${stop.type}`);
    if (!stop.collection) {
      assert.deepEqual(ids(read), stop.expected);
      whole = rowsOf(raw);
      return;
    }
    const size = stop.largestPage && Math.max(stop.smallestPage, Math.min(stop.largestPage, Math.ceil(stop.expected.length / 4)));
    whole = await all(size ? { 'page[size]': size } : {});
    report.rows += whole.length;
    assert.deepEqual(ids(whole).sort(), stop.expected, 'paging to the end finds everything, and everything once');
  };

  this.sorted = async () => {
    for (const key of stop.sortKeys) {
      const up = ids(await all({ ...largest, sort: key }));
      const down = ids(await all({ ...largest, sort: '-' + key }));
      assert.deepEqual([...up].sort(), stop.expected, `sort=${key} finds everything`);
      assert.deepEqual(down.reverse(), up, `sort=-${key} turns sort=${key} round`);
    }
  };

  this.filtered = async () => {
    for (const entry of stop.filters) {
      const filter = filterOver(whole, entry);
      if (!filter)
        continue;
      const text = [stop.filter, filter.text].filter(Boolean).join(',');
      assert.deepEqual(ids(await all({ ...largest, filter: text })).sort(), filter.ids.sort(), text);
      report.filters++;
    }
  };

  this.sparse = async () => {
    const members = stop.fields.filter(member => member !== 'id' && !member.includes('.'));
    if (members.length === 0 || whole.length === 0)
      return;
    const member = members.find(name => whole.some(row => name in row.attributes)) ?? members[0];
    const { raw, body } = await ask({ ...largest, [`fields[${stop.type}]`]: [member] });
    assert.ok(rowsOf(raw).every(row => Object.keys(row.attributes).every(name => name === member)), `fields[${stop.type}]=${member} sends nothing else`);
    const sent = rowsOf(raw).find(row => row.attributes[member] !== null && row.attributes[member] !== undefined);
    if (sent)
      assert.notEqual(rowsOf(body).find(row => row.id === sent.id).attributes[property(member)], undefined, `the SDK reads ${member}`);
  };

  this.including = async () => {
    for (const include of stop.includes) {
      const { raw } = await ask({ ...largest, include: [include] });
      const named = rowsOf(raw).flatMap(row => [row.relationships[include].data].flat()).filter(Boolean).map(one => `${one.type} ${one.id}`);
      const included = (raw.included ?? []).map(one => `${one.type} ${one.id}`);
      assert.deepEqual(included.toSorted(), [...new Set(named)].sort(), `include=${include} sends what the relationships name`);
    }
  };

  this.additional = async () => {
    for (const member of stop.additional) {
      const { raw } = await ask({ ...largest, [`additional-fields[${stop.type}]`]: [member] });
      assert.ok(rowsOf(raw).length > 0 && rowsOf(raw).every(row => member in row.attributes), `${member} comes when it is asked for`);
      assert.ok(whole.every(row => !(member in row.attributes)), `${member} stays away otherwise`);
    }
  };
}

function errors() {
  const refused = async (operation, parameters, key = plan.key) => {
    try {
      await methodOf(operation, plan.address, key).call(parameters);
    } catch (error) {
      report.requests++;
      return { status: error.response.status, headers: error.response.headers, error: error.response.data.errors[0] };
    }
    throw new assert.AssertionError({ message: `${operation} should have been refused` });
  };
  return {
    'a wrong key': async () => {
      const { status, headers, error } = await refused('get_profiles', {}, 'wrong');
      assert.deepEqual([status, error.status, error.code, error.source.pointer], [401, 401, 'not_authenticated', '/data/']);
      assert.equal(error.detail, 'Missing or invalid private key.');
      assert.equal(headers['www-authenticate'], 'Bearer, Klaviyo-API-Key');
    },
    'a resource that is not there': async () => {
      const { status, error } = await refused('get_profile', { id: 'nobody' });
      assert.deepEqual([status, error.status, error.code, error.title], [404, 404, 'not_found', 'Not found.']);
      assert.equal(error.detail, 'A profile with id nobody does not exist.');
    },
    'a filter that cannot be read': async () => {
      const { status, headers, error } = await refused('get_profiles', { filter: 'equals(email,Ben)' });
      assert.deepEqual([status, error.status, error.code, error.title, error.source.parameter], [400, 400, 'invalid', 'Invalid input.', 'filter']);
      assert.equal(error.detail, 'Invalid filter provided');
      assert.equal(headers['x-klaviyo-req-id'], error.id);
    },
    'a field that cannot be filtered by': async () => {
      const { error } = await refused('get_object_types', { filter: 'equals(title,"x")' });
      assert.equal(error.detail, "'title' is not a filterable field for this resource. The filterable fields on this resource are: namespace.");
    },
    'a page that is too large': async () => {
      const { status, error } = await refused('get_profiles', { 'page[size]': 101 });
      assert.deepEqual([status, error.source.parameter], [400, 'page[size]']);
    },
    'a sort key that is none': async () => {
      const { status, error } = await refused('get_profiles', { sort: 'first_name' });
      assert.deepEqual([status, error.source.parameter], [400, 'sort']);
    },
    'a relationship that is not offered': async () => {
      const { error } = await refused('get_profiles', { include: ['profiless'] });
      assert.equal(error.detail, "'profiless' is not an allowed include parameter for this resource.");
    },
    'a required filter that is missing': async () => {
      const { status, error } = await refused('get_campaigns', { filter: 'contains(name,"x")' });
      assert.deepEqual([status, error.source.parameter], [400, 'filter']);
    },
  };
}
