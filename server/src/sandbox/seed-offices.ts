/** A place where people of the story work. */
export type Office = keyof typeof offices;

/** Addresses of the people in `examples/people.json`; none of them exists. */
export const offices = {
  London: place("London Bankside", "1 Example Wharf", "London", "Greater London", "SE1 0AA", "United Kingdom", "EMEA"),
  Dublin: place("Dublin Docklands", "12 Sample Quay", "Dublin", "Leinster", "D02 XX00", "Ireland", "EMEA"),
  Stockholm: place("Stockholm City", "Exempelgatan 7", "Stockholm", "Stockholms län", "111 00", "Sweden", "EMEA"),
  Madrid: place("Madrid Centro", "Calle Ejemplo 21", "Madrid", "Madrid", "28000", "Spain", "EMEA"),
  Warsaw: place("Warszawa Centrum", "ul. Przykładowa 3", "Warszawa", "mazowieckie", "00-000", "Poland", "EMEA"),
  Seattle: place("Seattle Harbor", "400 Placeholder Ave", "Seattle", "WA", "98100", "United States", "Americas"),
  Seoul: place("서울 지사", "예시로 12", "서울", "서울특별시", "00000", "South Korea", "APAC"),
  Taipei: place("台北辦公室", "範例路一段 8 號", "台北市", "台北市", "100", "Taiwan", "APAC"),
  Tokyo: place("東京オフィス", "例町 1-2-3", "東京", "東京都", "100-0000", "Japan", "APAC"),
};

function place(name: string, streetAddress: string, locality: string, region: string, postalCode: string, country: string, market: string) {
  return { name, market, address: { streetAddress, locality, region, postalCode, country } };
}
