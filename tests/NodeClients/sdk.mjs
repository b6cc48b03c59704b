// Finds in Klaviyo's SDK the method of an operation, and calls it by the names that the operation's parameters have on the wire.
import { isDeepStrictEqual } from 'node:util';
import klaviyo from 'klaviyo-api';
import models from 'klaviyo-api/dist/model/models.js';

const apis = Object.entries(klaviyo).filter(([name, value]) => name.endsWith('Api') && name !== 'OAuthApi' && typeof value === 'function');

const camel = name => name.replace(/[-_[\]]+([a-z0-9])/g, (_, letter) => letter.toUpperCase()).replace(/[-_[\]]/g, '');

/** The method of an operation as { call(parameters) }, or null where the SDK has none. */
export function methodOf(operation, address, key) {
  const name = camel(operation);
  const [, Api] = apis.find(([, api]) => Object.hasOwn(api.prototype, name)) ?? [];
  if (!Api)
    return null;
  const api = new Api(new klaviyo.ApiKeySession(key, new klaviyo.RetryWithExponentialBackoff({ numRetries: 1 })));
  api.basePath = address;
  const positional = /\(([^)]*)\)/.exec(Api.prototype[name].toString())[1].split(',').map(part => part.trim()).filter(part => part && !part.startsWith('options'));
  return {
    name: `${Api.name}.${name}`,
    /** Parameters by their names on the wire: { id, filter, 'page[size]': 3, 'fields[profile]': ['email'] }. */
    call(parameters) {
      const named = Object.fromEntries(Object.entries(parameters).map(([key, value]) => [camel(key), value]));
      return api[name](...positional.map(parameter => named[parameter === 'jobId' ? 'id' : parameter]), named);
    },
    /** Sends a body that is given as it is on the wire: the SDK's own reader turns it into the SDK's objects. */
    write({ id, company, body, file }) {
      const type = /data: \S*ObjectSerializer\.serialize\(\w+, "(\w+)"\)/.exec(Api.prototype[name].toString())?.[1];
      const value = body === undefined || body === null ? undefined : type ? objectOf(body, type) : body;
      return api[name](...positional.map(parameter => (parameter === 'id' ? id : parameter === 'companyId' ? company : parameter === 'file' ? file : value)), {});
    },
  };
}

/** How the SDK spells an attribute in its objects. */
export const property = name => (name === 'default' ? '_default' : camel(name));

// The SDK's reader chooses among alternatives by what they require, and where it chooses wrong it loses members. What its writer would not give back as it was is
// spelled by hand; keys of the account's own are not the API's names.
function objectOf(body, type) {
  const read = models.ObjectSerializer.deserialize(body, type);
  return [read, spelled(body)].find(value => gives(value, type, body)) ?? read;
}

function gives(value, type, body) {
  try {
    return isDeepStrictEqual(plain(models.ObjectSerializer.serialize(value, type)), plain(body));
  } catch {
    return false;
  }
}

const plain = value => JSON.parse(JSON.stringify(value), (_, member) => (typeof member === 'string' && /^\d{4}-\d\d-\d\dT/.test(member) ? new Date(member).toISOString() : member));

const spelled = (value, own = false) =>
  Array.isArray(value) ? value.map(item => spelled(item, own))
  : value && typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([key, member]) => [own ? key : property(key), spelled(member, own || key === 'properties')]))
  : value;
