import { ProgressLocation, window } from "vscode";
import type { Part, Sentence } from "#base/sentence";
import type { Words } from "./words/words.ts";

/** How a long command tells what it is doing and learns that it was cancelled. */
export interface RunningTask {
  readonly signal: AbortSignal;
  readonly report: (progress: Part) => void;
}

/** Shows a notification with a Cancel button while `task` runs. */
export async function withProgress<T>(words: Words, title: Sentence, task: (running: RunningTask) => Promise<T>): Promise<T> {
  const options = { location: ProgressLocation.Notification, title: words.message(title), cancellable: true };
  return window.withProgress(options, async (progress, cancellation) => {
    const controller = new AbortController();
    const subscription = cancellation.onCancellationRequested(() => controller.abort());
    try {
      return await task({ signal: controller.signal, report: (part) => progress.report({ message: words.message(part) }) });
    } finally {
      subscription.dispose();
    }
  });
}
