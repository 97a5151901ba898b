import { say } from "#base/sentence";
import type { ScimError } from "#scim/scim-error";
import type { Judgement } from "./check.ts";
import { faulty } from "./check.ts";

/**
 * What a failed request says of the connection; undefined where the service did answer the question that was asked. A request that
 * ran out of time, was refused for its number or was cancelled says nothing about filters, schemas or pages, and nothing of the kind
 * may be concluded from it.
 */
export function unanswered(error: ScimError, grade: "deviation" | "fail"): Judgement | undefined {
  const { message } = error;
  switch (error.kind) {
    case "transport":
      if (error.transport.kind === "cancelled") return cancelled;
      return faulty(grade, "unreachable", message, correctAndRepeat);
    case "rate-limited":
      return faulty(grade, "rate-limited", message, waitAndRepeat);
    case "unauthorized":
      return error.status === 401
        ? faulty(grade, "token-refused", message, correctAndRepeat)
        : faulty(grade, "reading-forbidden", message, allowReading);
    case "redirected":
      return faulty(grade, "redirected", message, moveAddress);
    case "unexpected-content":
    case "scim":
      // Answers of what stands before the service (RFC 9110 §15.6): it was not asked itself.
      return error.status >= 502 && error.status <= 504 ? faulty(grade, "service-fails", message, waitAndRepeat) : undefined;
  }
}

/** Somebody stopped the test while the answer was awaited. */
export const cancelled: Judgement = {
  grade: "skipped",
  codes: ["cancelled"],
  answered: say`Not answered, because the test was cancelled.`,
  advice: null,
};

/** Where the message itself says what is wrong. */
export const correctAndRepeat = say`Correct what the message names, then run the test again.`;

/** Where nothing is wrong but the moment. How hosts slow reading down is theirs to say. */
export const waitAndRepeat = say`Wait, then run the test again.`;

/** Where the token is known and not allowed to read. */
export const allowReading = say`Give the token's owner the right to read users and groups through SCIM.`;

/** Where the service is somewhere else. */
export const moveAddress = say`Set the tenant URL to where the service really is, and store a token for it.`;
