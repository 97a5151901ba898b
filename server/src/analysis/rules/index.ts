import type { Rule } from "../rule.ts";
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
import { secretInFile } from "./secret-in-file.ts";
import { slowRegex } from "./slow-regex.ts";
import { statementNotAllowedHere } from "./statement-not-allowed-here.ts";
import { syntax } from "./syntax.ts";
import { testUnknownMap } from "./test-unknown-map.ts";
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

/** Every rule; each knows only the model, none knows another. */
export const rules: readonly Rule[] = [
  syntax,
  lookAlikeCharacter,
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
  duplicateTarget,
  noMatchingAttribute,
  matchNotFilterable,
  requiredNotMapped,
  actionNotSupported,
  insecureTenantUrl,
  secretInFile,
  testUnknownMap,
  duplicateTest,
];
