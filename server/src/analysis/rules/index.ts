import type { FactRule, FileRule, LineRule, Rule, StatementRule } from "../rule.ts";
import { actionNotSupported } from "./action-not-supported.ts";
import { argumentCount } from "./argument-count.ts";
import { duplicateTarget } from "./duplicate-target.ts";
import { duplicateTest } from "./duplicate-test.ts";
import { fileNotFound } from "./file-not-found.ts";
import { insecureTenantUrl } from "./insecure-tenant-url.ts";
import { invalidSettingValue } from "./invalid-setting-value.ts";
import { invalidRegex } from "./invalid-regex.ts";
import { lookAlikeCharacter } from "./look-alike-character.ts";
import { matchNotFilterable } from "./match-not-filterable.ts";
import { multiValuedWithoutFilter } from "./multi-valued-without-filter.ts";
import { noMatchingAttribute } from "./no-matching-attribute.ts";
import { readOnlyTarget } from "./read-only-target.ts";
import { requiredNotMapped } from "./required-not-mapped.ts";
import { secretInFile, tokenInFile } from "./secret-in-file.ts";
import { slowRegex } from "./slow-regex.ts";
import { statementNotAllowedHere, whereNotAllowedHere } from "./statement-not-allowed-here.ts";
import { braces, syntax } from "./syntax.ts";
import { testUnknownMap } from "./test-unknown-map.ts";
import { letTooLarge, tooLarge, useTooLarge } from "./too-large.ts";
import { unknownAttribute } from "./unknown-attribute.ts";
import { unknownConnector } from "./unknown-connector.ts";
import { unknownFunction } from "./unknown-function.ts";
import { unknownName } from "./unknown-name.ts";
import { unknownResourceType } from "./unknown-resource-type.ts";
import { unknownSchema } from "./unknown-schema.ts";
import { unknownSetting } from "./unknown-setting.ts";
import { unknownSourceAttribute } from "./unknown-source-attribute.ts";
import { unknownSubAttribute } from "./unknown-sub-attribute.ts";
import { useCycle } from "./use-cycle.ts";
import { wrongCase } from "./wrong-case.ts";

/** Each reads one statement and what its names mean. */
export const statementRules: readonly StatementRule[] = [
  syntax,
  lookAlikeCharacter,
  tooLarge,
  letTooLarge,
  useTooLarge,
  statementNotAllowedHere,
  fileNotFound,
  useCycle,
  unknownAttribute,
  unknownSubAttribute,
  unknownSchema,
  unknownSourceAttribute,
  unknownFunction,
  wrongCase,
  unknownName,
  unknownResourceType,
  unknownConnector,
  unknownSetting,
  invalidSettingValue,
  argumentCount,
  invalidRegex,
  slowRegex,
  multiValuedWithoutFilter,
  readOnlyTarget,
  matchNotFilterable,
  insecureTenantUrl,
  secretInFile,
  testUnknownMap,
];

/** Each reads what the statements of a block or a file say together. */
export const factRules: readonly FactRule[] = [
  whereNotAllowedHere,
  duplicateTarget,
  noMatchingAttribute,
  requiredNotMapped,
  actionNotSupported,
  duplicateTest,
];

/** Each reads one line. */
export const lineRules: readonly LineRule[] = [tokenInFile];

/** Each reads what is known of a file without looking at its statements. */
export const fileRules: readonly FileRule[] = [braces];

/** Every rule; none knows another. Two may have one code: a mistake that shows in a statement as well as between several. */
export const rules: readonly Rule[] = [...statementRules, ...factRules, ...lineRules, ...fileRules];
