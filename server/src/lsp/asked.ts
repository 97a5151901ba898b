import type { Position, Range } from "vscode-languageserver";
import type { LinePosition } from "#syntax/parse";
import type { OpenDocument } from "#workspace/documents";
import { clampPosition } from "#workspace/edit-lines";
import type { DocumentSnapshot } from "#workspace/snapshot";
import type { Session } from "./session.ts";

interface About {
  readonly textDocument: { readonly uri: string };
}

/** The mapping that a request is about; undefined for one that is not open, and for a text of filters. */
export function askedAbout({ documents }: Session, { textDocument }: About): DocumentSnapshot | undefined {
  return documents.get(textDocument.uri)?.snapshot;
}

/** With the position asked for, as it is in the text (LSP counts one behind the end of a line, or of the text, as that end). */
export function askedAt(
  session: Session,
  params: About & { readonly position: Position },
): { readonly snapshot: DocumentSnapshot; readonly position: LinePosition } | undefined {
  const snapshot = askedAbout(session, params);
  return snapshot && { snapshot, position: clampPosition(snapshot.tree.lines, params.position) };
}

/** With the range asked for, as it is in the text; a text of filters has ranges too. */
export function askedWithin(
  { documents }: Session,
  { textDocument, range }: About & { readonly range: Range },
): { readonly document: OpenDocument; readonly start: LinePosition; readonly end: LinePosition } | undefined {
  const document = documents.get(textDocument.uri);
  if (document === undefined) return undefined;
  const { lines } = document;
  return { document, start: clampPosition(lines, range.start), end: clampPosition(lines, range.end) };
}
