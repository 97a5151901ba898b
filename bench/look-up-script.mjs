// The script people write today: one query for each person, one after the other. Arguments: file of people, URL of the service.
import { readFileSync } from "node:fs";

const [file, url] = process.argv.slice(2);
for (const { userPrincipalName, displayName } of JSON.parse(readFileSync(file, "utf8")).users) {
  const filter = encodeURIComponent(`userName eq "${userPrincipalName}"`);
  const { totalResults, Resources } = await (await fetch(`${url}/Users?filter=${filter}`)).json();
  if (totalResults === 0) console.log(`create ${userPrincipalName}`);
  else if (Resources[0].displayName !== displayName) console.log(`update ${userPrincipalName}`);
}
