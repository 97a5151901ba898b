import type { Part, Sentence } from "#base/sentence";

/** A sentence about something that stands in the mapping. */
export function asItIs(sentence: Sentence): Sentence {
  return sentence;
}

/** The same sentence where what it speaks of was computed from a record: its values are personal. */
export function ofRecord(sentence: Sentence): Sentence {
  return { ...sentence, parts: sentence.parts.map(personally) };
}

function personally(part: Part): Part {
  switch (part.kind) {
    case "value":
      // A record's values are texts; a number in these sentences is a limit of ours.
      return typeof part.value === "number" ? part : { ...part, origin: "personal" };
    case "joined":
      return { ...part, parts: part.parts.map(personally) };
    case "excerpt":
      return { ...part, part: personally(part.part) };
    case "sentence":
      return ofRecord(part);
  }
}
