import { asSentence, joined } from "#base/sentence";
import type { Part, Sentence } from "#base/sentence";

/** Sentences one after the other, as one message. */
export function paragraph(...sentences: readonly Part[]): Sentence {
  return asSentence(joined(sentences, " "));
}
