import type { RemoteConsole } from "vscode-languageserver";
import { render } from "#base/render-sentence";
import { foreign, joined, own, say } from "#base/sentence";
import { plainText } from "#base/surfaces";

/** The one place where a bug in answering a request ends: it is logged, and the editor gets no answer instead of an error. */
export function guard<Params, Answer>(
  log: RemoteConsole,
  request: string,
  answer: (params: Params) => Answer,
): (params: Params) => Answer | null {
  return (params) => {
    try {
      return answer(params);
    } catch (error) {
      const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
      const lines = joined(stack.split("\n").map(foreign), "\n");
      // A log is read by whoever mends the server: it stays English.
      log.error(render(say`${own(request)} failed: ${lines}`, { surface: plainText }));
      return null;
    }
  };
}
