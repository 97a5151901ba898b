import { expect, test } from "vitest";
import { startScimService } from "#test/scim-service";
import { withAuthorisedTransport } from "../../../client/src/connections/authorised-transport.ts";

test("the token goes with requests below the tenant URL and nowhere else, and the connection ends with the task", async () => {
  const service = await startScimService({ token: "made-up" });
  try {
    const origin = new URL(service.url).origin;
    const statuses = await withAuthorisedTransport(service.url, "made-up", async (transport) => {
      const answers = [];
      for (const url of [`${service.url}/Users`, `${origin}/other`]) {
        const answer = await transport.send({ method: "GET", url, headers: {}, timeout: 10_000, maxBytes: 1_000_000 });
        answers.push(answer.ok && answer.value.status);
      }
      return answers;
    });
    expect(statuses).toEqual([200, 401]);
    expect(service.requests.map(({ authorization }) => authorization)).toEqual(["Bearer made-up", undefined]);
  } finally {
    await service.stop();
  }
});

test("a task that fails fails as it is", async () => {
  await expect(withAuthorisedTransport("https://scim.example/", "made-up", () => Promise.reject(new Error("broken")))).rejects.toThrow(
    "broken",
  );
});
