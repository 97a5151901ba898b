import { expect, test } from "vitest";
import { call } from "#test/terminal";

test("the first line names address and token; Ctrl+C ends the service", async () => {
  const interruption = new AbortController();
  let answered: Promise<Response> | undefined;
  const { exit, stdout } = await call(["sandbox", "--connector", "grouptalk"], {
    interrupted: interruption.signal,
    onOutput: (line) => {
      const { url, token } = JSON.parse(line) as { url: string; token: string };
      answered = fetch(`${url}/Users`, { headers: { authorization: `Bearer ${token}` } });
      void answered.finally(() => interruption.abort());
    },
  });
  expect(exit).toBe(0);
  expect((await answered)?.status).toBe(200);
  const { url } = JSON.parse(stdout) as { url: string };
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\//);
  await expect(fetch(url)).rejects.toThrow();
});

test("a port that is taken, and one that is none, are sentences", async () => {
  expect(await call(["sandbox", "--port", "99999"])).toEqual({
    exit: 2,
    stdout: "",
    stderr: "scimmap: '99999' is no port. Name one from 1 to 65535.\n",
  });
});
