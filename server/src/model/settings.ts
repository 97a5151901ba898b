import { phrase } from "#base/sentence";
import type { Sentence } from "#base/sentence";
/** A setting of `provision`, and of `environment` where it may differ there. */
export interface SettingDefinition {
  readonly name: string;
  readonly value: SettingValue;
  /** What Entra's portal calls it. */
  readonly entraName: Sentence;
  /** One to three sentences: what it decides, and what holds when it is not written. */
  readonly description: Sentence;
  /** Whether an `environment` may repeat it. */
  readonly inEnvironment: boolean;
}

/** What may be written after a setting's name. */
export type SettingValue =
  | { readonly kind: "text" }
  /** A whole number, 0 or more. */
  | { readonly kind: "number" }
  | { readonly kind: "word"; readonly words: readonly SettingWord[] }
  /** The name of an application of the connector table. */
  | { readonly kind: "connector" };

/** A word that a setting takes, and what it means there. */
export interface SettingWord {
  readonly word: string;
  readonly description: Sentence;
}

/** Every setting, in the order people write them. */
export const settings: readonly SettingDefinition[] = [
  {
    name: "connector",
    value: { kind: "connector" },
    entraName: phrase("gallery application"),
    description: phrase(
      "The application that is provisioned, if it is one of those known by name: its attributes, what can be filtered, its actions and limits. Without it, generic: any SCIM 2.0 service.",
    ),
    inEnvironment: false,
  },
  {
    name: "tenantUrl",
    value: { kind: "text" },
    entraName: phrase("Tenant URL"),
    description: phrase(
      "Base address of the SCIM service, without /Users. The credential for it is never in this file: it is asked for and stored for this very address.",
    ),
    inEnvironment: true,
  },
  {
    name: "scope",
    value: {
      kind: "word",
      words: [
        { word: "assigned", description: phrase("Users and groups assigned to the application, and direct members of assigned groups.") },
        { word: "all", description: phrase("Every user and group of the directory. Role functions do not work with it.") },
      ],
    },
    entraName: phrase("Scope"),
    description: phrase("Who is considered at all, before scoping filters. Without it, assigned."),
    inEnvironment: true,
  },
  {
    name: "defaultAccess",
    value: {
      kind: "word",
      words: [
        {
          word: "skip",
          description: phrase('They are skipped as "not effectively entitled", as the tutorials of the known applications say.'),
        },
        { word: "provision", description: phrase("They are provisioned like anybody else, as the platform has done since 2020.") },
      ],
    },
    entraName: phrase("role assignment"),
    description: phrase(
      "What happens to people whose only role in the application is Default Access. Without it: skip for the applications known by name, provision for generic.",
    ),
    inEnvironment: true,
  },
  {
    name: "notificationEmail",
    value: { kind: "text" },
    entraName: phrase("Notification Email"),
    description: phrase("Address that Entra ID writes to when provisioning fails."),
    inEnvironment: true,
  },
  {
    name: "deletionThreshold",
    value: { kind: "number" },
    entraName: phrase("accidental deletion prevention"),
    description: phrase(
      "How many people may be disabled or deleted in one cycle. A preview with more fails, and Entra ID stops to ask. Without it, there is no limit.",
    ),
    inEnvironment: true,
  },
  {
    name: "skipOutOfScopeDeletions",
    value: {
      kind: "word",
      words: [
        { word: "true", description: phrase("People who leave the scope keep their accounts.") },
        { word: "false", description: phrase("People who leave the scope are disabled.") },
      ],
    },
    entraName: phrase("SkipOutOfScopeDeletions"),
    description: phrase("Whether people who leave the scope are left alone instead of disabled. Without it, false."),
    inEnvironment: true,
  },
];

/** The setting of that name, letter by letter. */
export function findSetting(name: string): SettingDefinition | undefined {
  return settings.find((setting) => setting.name === name);
}
