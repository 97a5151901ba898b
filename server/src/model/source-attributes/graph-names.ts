const extensionAttributes = Array.from({ length: 15 }, (_, index) => `extensionAttribute${index + 1}`);

/**
 * Microsoft Graph's names of source attributes whose name in provisioning differs, to that name. A dot leads into an object, `[0]` takes the
 * first element of a list. Graph's own data may be handed in as a directory snapshot.
 */
export const graphNames: ReadonlyMap<string, string> = new Map([
  ["id", "objectId"],
  ["mobilePhone", "mobile"],
  ["businessPhones[0]", "telephoneNumber"],
  ["officeLocation", "physicalDeliveryOfficeName"],
  ["faxNumber", "facsimileTelephoneNumber"],
  ["onPremisesImmutableId", "immutableId"],
  ["onPremisesSyncEnabled", "dirSyncEnabled"],
  ["signInSessionsValidFromDateTime", "refreshTokensValidFromDateTime"],
  ...extensionAttributes.map((name): [string, string] => [`onPremisesExtensionAttributes.${name}`, name]),
]);
