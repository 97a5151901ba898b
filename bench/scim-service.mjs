// A SCIM service that answers as fast as Node can: pages of accounts, and one account by its user name. Arguments: accounts, milliseconds of latency.
import { createServer } from "node:http";

const [accounts, latency] = process.argv.slice(2).map(Number);
const mostPerPage = 1000;
const users = Array.from({ length: accounts }, (_, n) => ({
  schemas: ["urn:ietf:params:scim:schemas:core:2.0:User"],
  id: `account-${n}`,
  userName: `person${n}@contoso.com`,
  displayName: `Person ${n}`,
  name: { givenName: "Person", familyName: String(n) },
  active: true,
  meta: { resourceType: "User" },
}));
const byName = new Map(users.map((user) => [user.userName, user]));
let requests = 0;

const server = createServer((request, response) => {
  const url = new URL(request.url, "http://localhost");
  // Asked so rarely that a connection kept for it would be closed by the time it is used again.
  if (url.pathname === "/requests") return void response.writeHead(200, { connection: "close" }).end(String(requests));
  requests += 1;
  const [status, body] = answer(url);
  const send = () => {
    response.writeHead(status, { "content-type": "application/scim+json" });
    response.end(JSON.stringify(body));
  };
  if (latency > 0) setTimeout(send, latency);
  else send();
});
server.listen(0, "127.0.0.1", () => console.log(`http://127.0.0.1:${server.address().port}`));

function answer(url) {
  if (url.pathname === "/scim/Users") return [200, list(url, users)];
  if (url.pathname === "/scim/Groups") return [200, list(url, [])];
  return [404, { schemas: ["urn:ietf:params:scim:api:messages:2.0:Error"], status: "404", detail: "There is nothing here." }];
}

function list(url, resources) {
  const filter = url.searchParams.get("filter");
  const found = filter === null ? resources : matching(filter);
  const startIndex = Math.max(1, Number(url.searchParams.get("startIndex") ?? 1));
  const count = Math.min(mostPerPage, Number(url.searchParams.get("count") ?? 100));
  const page = found.slice(startIndex - 1, startIndex - 1 + count);
  return {
    schemas: ["urn:ietf:params:scim:api:messages:2.0:ListResponse"],
    totalResults: found.length,
    startIndex,
    itemsPerPage: page.length,
    Resources: page,
  };
}

/** `userName eq "x"`, also several joined by `or`. */
function matching(filter) {
  const names = [...filter.matchAll(/userName eq "((?:[^"\\]|\\.)*)"/g)].map(([, name]) => JSON.parse(`"${name}"`));
  return names.flatMap((name) => byName.get(name.toLowerCase()) ?? []);
}
