// Finds in Klaviyo's SDK the method of an operation, and calls it by the names that the operation's parameters have on the wire.
import klaviyo from 'klaviyo-api';

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
  };
}

/** How the SDK spells an attribute in its objects. */
export const property = name => (name === 'default' ? '_default' : camel(name));
