import { say } from "#base/sentence";
import { listEvidence } from "#plan/evidence";
import type { Evidence } from "#plan/evidence";
import type { AccountFinder, MatchingValue, TargetView } from "./account-finder.ts";
import { askOne } from "./ask-one.ts";

/** The way in which a target can be searched at first: by its list where that is proved whole, otherwise by asking. */
export function finderFor(view: TargetView): AccountFinder {
  const { accounts, reader } = view;
  const { failure } = accounts;
  if (failure !== undefined) return () => Promise.resolve({ kind: "open", reason: failure, evidence: [] });
  if (accounts.whole) return listFinder(view);
  return reader.origin === "recording" ? partialFinder(view) : askingFinder(view);
}

/** Joins in memory. */
function listFinder(view: TargetView): AccountFinder {
  return (value) => {
    const resources = view.accounts.find(value.attribute, value.value);
    return Promise.resolve({ kind: "found", how: "list", resources, evidence: [fromList(view, value)] });
  };
}

/** Asks for every value as Entra does. What the list has of the value is told beside the answer. */
export function askingFinder(view: TargetView): AccountFinder {
  return async (value) => {
    const found = await askOne(view, value);
    const evidence = [fromList(view, value), ...found.evidence];
    return found.kind === "found"
      ? { ...found, evidence }
      : { ...found, evidence, listed: view.accounts.find(value.attribute, value.value) };
  };
}

/** A recording that does not hold everything can neither show that somebody is missing nor that somebody is the only one. */
function partialFinder(view: TargetView): AccountFinder {
  const { doubt } = view.accounts;
  const reason = doubt ?? say`The recording does not hold everything.`;
  return (value) => Promise.resolve({ kind: "open", reason, evidence: [fromList(view, value)] });
}

function fromList({ reader, accounts }: TargetView, { attribute, value }: MatchingValue): Evidence {
  const kind = reader.origin === "recording" ? "recorded" : "list";
  return listEvidence(kind, attribute.label, value, accounts.find(attribute, value).length, accounts.resources.length);
}
