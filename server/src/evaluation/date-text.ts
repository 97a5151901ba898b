/** Entra's text form of a date, `M/d/yyyy h:mm:ss tt` in UTC (reference page, CDate and Now). `milliseconds` count from 1970-01-01T00:00:00Z. */
export function printDate(milliseconds: number): string {
  const date = new Date(milliseconds);
  const hour = date.getUTCHours();
  const day = `${date.getUTCMonth() + 1}/${date.getUTCDate()}/${String(date.getUTCFullYear()).padStart(4, "0")}`;
  const time = [hour % 12 === 0 ? 12 : hour % 12, twoDigits(date.getUTCMinutes()), twoDigits(date.getUTCSeconds())].join(":");
  return `${day} ${time} ${hour < 12 ? "AM" : "PM"}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
