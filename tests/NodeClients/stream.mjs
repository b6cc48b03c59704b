// Streams all profiles with Klaviyo's own SDK, page after page, once for each line of input: "whole" or "sparse". Argument: where to go. Output: how many
// profiles came, a line for each line.
import { createInterface } from 'node:readline';
import klaviyo from 'klaviyo-api';

const profiles = new klaviyo.ProfilesApi(new klaviyo.ApiKeySession('pk_benchmark'));
profiles.basePath = process.argv[2];
const options = { whole: {}, sparse: { fieldsProfile: ['email', 'location.city'] } };

console.log('ready');
for await (const line of createInterface({ input: process.stdin }))
  console.log(await stream(options[line]));

async function stream(fields) {
  let count = 0;
  for (let pageCursor; ;) {
    const { body } = await profiles.getProfiles({ ...fields, pageSize: 100, pageCursor });
    for (const profile of body.data)
      count += profile.id.length > 0 ? 1 : 0;
    if (!body.links.next)
      return count;
    pageCursor = new URL(body.links.next).searchParams.get('page[cursor]');
  }
}
