import { ProgressLocation, window } from "vscode";

/** How a long command tells what it is doing and learns that it was cancelled. */
export interface RunningTask {
  readonly signal: AbortSignal;
  readonly report: (message: string) => void;
}

/** Shows a notification with a Cancel button while `task` runs. */
export async function withProgress<T>(title: string, task: (running: RunningTask) => Promise<T>): Promise<T> {
  return window.withProgress({ location: ProgressLocation.Notification, title, cancellable: true }, async (progress, cancellation) => {
    const controller = new AbortController();
    const subscription = cancellation.onCancellationRequested(() => controller.abort());
    try {
      return await task({ signal: controller.signal, report: (message) => progress.report({ message }) });
    } finally {
      subscription.dispose();
    }
  });
}
