import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";

/** Files that commands are given. */
export interface HostileWorld {
  readonly source: string;
  readonly target: string;
  /** The object id of somebody in it. */
  readonly person: string;
}

/** A snapshot and a recording in which people and accounts have the text wherever they may have one. */
export function hostileWorld(folder: string, text: string): HostileWorld {
  const source = join(folder, "people.json");
  const id = `${text}@example.com`;
  const person = {
    ...Object.fromEntries(
      ["displayName", "givenName", "surname", "department", "mobile", "employeeType", "companyName"].map((name) => [name, text]),
    ),
    objectId: id,
    userPrincipalName: id,
    mail: id,
    department: "Sales",
    accountEnabled: true,
    [text]: text,
  };
  const group = { objectId: `${id}g`, displayName: text, members: [id, text] };
  writeFileSync(
    source,
    JSON.stringify({
      users: [person, { ...person, objectId: `2${id}`, mail: text }, text],
      groups: [group],
      appRoleAssignedTo: [{ principalId: `nobody ${text}`, appRoleId: text }],
    }),
  );
  const target = join(folder, "recording");
  mkdirSync(target, { recursive: true });
  const account = {
    schemas: [`urn:${text}`],
    id: `account ${id}`,
    userName: id.toLowerCase(),
    displayName: text,
    active: text,
    name: { givenName: `old ${text}` },
    [text]: text,
  };
  const groupAccount = { id: `g${id}`, displayName: text, members: [{ value: `account ${id}`, display: text }, { value: text }] };
  const page = (resourceType: string, resources: readonly object[]): object => ({
    schemas: ["urn:ietf:params:scim:api:messages:2.0:ListResponse"],
    totalResults: resources.length,
    Resources: resources.map((resource) => ({ ...resource, meta: { resourceType, location: text } })),
  });
  writeFileSync(join(target, "Users.json"), JSON.stringify(page("User", [account, { ...account, id: text, userName: text }])));
  writeFileSync(join(target, "Groups.json"), JSON.stringify(page("Group", [groupAccount])));
  return { source, target, person: id };
}

/** What a hostile service answers everything with. */
export const hostileAnswers = ["error", "page", "list", "redirect"] as const;

/** A service that runs until it is stopped. */
export interface HostileService {
  readonly url: string;
  readonly stop: () => void;
}

/** Starts a service on loopback whose every answer holds the text. */
export async function startHostileService(text: string, answer: (typeof hostileAnswers)[number]): Promise<HostileService> {
  const header = encodeURIComponent(text.toWellFormed());
  const server = createServer((request, response) => {
    const body = {
      error: { schemas: ["urn:ietf:params:scim:api:messages:2.0:Error"], status: "400", scimType: text, detail: text },
      page: `<html>${text}</html>`,
      list: {
        totalResults: text,
        itemsPerPage: 1,
        Resources: [{ id: text, userName: text, displayName: text, meta: { resourceType: text } }],
        [text]: text,
      },
      redirect: "",
    }[answer];
    const status = { error: 400, page: 200, list: 200, redirect: 302 }[answer];
    response.writeHead(status, `Odd ${header}`.replaceAll(/[^\x20-\x7e\x80-\xff]/g, "?"), {
      "content-type": answer === "page" ? "text/html" : "application/scim+json",
      location: `https://${header.slice(0, 20).replaceAll(/[^a-z]/gi, "")}.example/${header}`,
      "retry-after": "0",
    });
    response.end(request.method === "HEAD" ? "" : typeof body === "string" ? body : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const stop = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/scim`, stop };
}

/** A service that refuses everything and repeats in its answer what it was asked, as some do. */
export async function startEchoingService(): Promise<HostileService & { readonly requests: number }> {
  let requests = 0;
  const server = createServer((request, response) => {
    requests += 1;
    const asked = `http://${request.headers.host ?? ""}${request.url ?? ""}`;
    response.writeHead(400, { "content-type": "application/scim+json" });
    response.end(JSON.stringify({ status: "400", detail: `Cannot answer ${asked}`, scimType: `no ${request.url ?? ""}` }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const stop = (): void => {
    server.close();
    server.closeAllConnections();
  };
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/scim`;
  return {
    url,
    stop,
    get requests() {
      return requests;
    },
  };
}
