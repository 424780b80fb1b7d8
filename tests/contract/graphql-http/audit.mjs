// Runs every server audit of npm graphql-http against the address given, one JSON line each on stdout.
// The host header decides the tenant: Node's fetch will not set it, so requests go through node:http.
import { request } from 'node:http';
import { serverAudits } from 'graphql-http';

const [address, host] = process.argv.slice(2);

function fetchAs(url, init = {}) {
  return new Promise((resolve, reject) => {
    const headers = { host, 'user-agent': 'audit', ...init.headers };
    // What fetch does with a string body that has no content type.
    if (init.body && !headers['content-type']) headers['content-type'] = 'text/plain;charset=UTF-8';
    if (init.body) headers['content-length'] = Buffer.byteLength(init.body);
    const sent = request(url, { method: init.method ?? 'GET', headers }, (answer) => {
      const chunks = [];
      answer.on('data', (chunk) => chunks.push(chunk));
      answer.on('end', () =>
        resolve(new Response(Buffer.concat(chunks), { status: answer.statusCode, headers: answer.headers })),
      );
    });
    sent.on('error', reject);
    sent.end(init.body);
  });
}

for (const audit of serverAudits({ url: address, fetchFn: fetchAs })) {
  const result = await audit.fn();
  console.log(JSON.stringify({ id: audit.id, name: audit.name, status: result.status, reason: result.reason ?? null }));
}
