import { CompletionItemKind, InsertTextFormat } from "vscode-languageserver";
import type { CompletionItem as LspCompletionItem } from "vscode-languageserver";
import { own } from "#base/sentence";
import { completions } from "#features/completion";
import type { CompletionItem, CompletionKind } from "#features/completion";
import type { Ability } from "../ability.ts";
import { askedAt } from "../asked.ts";
import type { Voice } from "../voice.ts";

/** Offers what can be written. Documentation is asked for item by item, of the list that was answered last. */
export const completion: Ability = {
  capabilities: { completionProvider: { triggerCharacters: [" ", ".", ":", "[", '"', "(", ",", "="], resolveProvider: true } },
  register(session) {
    const { connection, voice } = session;
    let shown: readonly CompletionItem[] = [];
    let list = 0;
    connection.onCompletion(
      session.answer("completion", (params) => {
        const asked = askedAt(session, params);
        shown = asked === undefined ? [] : completions(asked.snapshot, asked.position, params.context?.triggerCharacter);
        list++;
        return shown.map((item, index) => toCompletionItem(item, { list, index }, voice));
      }),
    );
    connection.onCompletionResolve((item) => {
      const documentation = session.answer("completionItem/resolve", () => {
        const place = item.data as ItemPlace | undefined;
        const found = place?.list === list ? shown[place.index]?.documentation() : undefined;
        return found === undefined || found.length === 0 ? null : voice.markdown(found);
      })(item);
      return documentation === null ? item : { ...item, documentation };
    });
  },
};

/** Where an item stands, by which an editor asks for its documentation: the list is counted, because an older one may be asked for. */
interface ItemPlace {
  readonly list: number;
  readonly index: number;
}

const kinds: Readonly<Record<CompletionKind, CompletionItemKind>> = {
  attribute: CompletionItemKind.Field,
  schema: CompletionItemKind.Module,
  source: CompletionItemKind.Property,
  let: CompletionItemKind.Variable,
  function: CompletionItemKind.Function,
  word: CompletionItemKind.Constant,
  operator: CompletionItemKind.Operator,
  value: CompletionItemKind.Value,
  setting: CompletionItemKind.Property,
  type: CompletionItemKind.Class,
  keyword: CompletionItemKind.Keyword,
  block: CompletionItemKind.Snippet,
};

/** Editors show items in the order of `sortText`. */
function toCompletionItem(item: CompletionItem, place: ItemPlace, voice: Voice): LspCompletionItem {
  const { line, start, end } = item.range;
  return {
    label: voice.plain(own(item.label)),
    kind: kinds[item.kind],
    detail: voice.plain(item.detail),
    sortText: String(place.index).padStart(4, "0"),
    filterText: item.filter,
    insertTextFormat: item.snippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: { range: { start: { line, character: start }, end: { line, character: end } }, newText: item.insert },
    data: place,
  };
}
