import type { RemoteConsole } from "vscode-languageserver";

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
      log.error(`${request} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      return null;
    }
  };
}
