// Sends requests that write with Klaviyo's own SDK. Argument: a file with the address, the key and the calls: { operation, id, company, body, file, read }, the body as
// it is on the wire, the path of a file for a form, and the operation that reads the resource. Output, for each call: the status, the method, path and body that the SDK
// sent, or why it sent none, and the resource as the SDK reads it then.
import http from 'node:http';
import { createReadStream, readFileSync } from 'node:fs';
import { methodOf } from './sdk.mjs';

const plan = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const target = new URL(plan.address);
const sent = [];

// Passes on what the SDK sends, and keeps it.
const recorder = http.createServer((request, response) => {
  const chunks = [];
  request.on('data', chunk => chunks.push(chunk));
  request.on('end', () => {
    const body = Buffer.concat(chunks);
    sent.push({ method: request.method, path: request.url, contentType: request.headers['content-type'], body: body.toString('utf8') });
    const headers = { ...request.headers, host: target.host };
    const passed = http.request({ host: target.hostname, port: target.port, method: request.method, path: request.url, headers, agent: false }, answer => {
      response.writeHead(answer.statusCode, answer.headers);
      answer.pipe(response);
    });
    passed.on('error', error => response.destroy(error));
    passed.end(body);
  });
});
await new Promise(resolve => recorder.listen(0, '127.0.0.1', resolve));
const address = `http://127.0.0.1:${recorder.address().port}`;

const results = [];
for (const call of plan.calls)
  results.push({ operation: call.operation, ...(await run(call)) });
recorder.closeAllConnections();
recorder.close();
process.stdout.write(JSON.stringify(results), () => process.exit(0));

async function run({ operation, id, company, body, file, read }) {
  const method = methodOf(operation, address, plan.key);
  if (!method)
    return { lacking: true };
  sent.length = 0;
  try {
    const { response } = await method.write({ id, company, body, file: file && createReadStream(file) });
    const result = { status: response.status, requests: sent.length, ...sent[0], answer: response.data };
    const known = response.data?.data?.id ?? id;
    return read && known ? { ...result, read: await readBack(read, known) } : result;
  } catch (error) {
    return { status: error.response?.status, requests: sent.length, ...sent[0], error: error.response ? JSON.stringify(error.response.data) : error.message };
  }
}

async function readBack(operation, id) {
  const { response } = await methodOf(operation, address, plan.key).call({ id });
  return response.data.data;
}
