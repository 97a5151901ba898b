export { parse } from "scim2-parse-filter";
