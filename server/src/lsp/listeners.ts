/** Those who want to know of one kind of event, told in the order in which they said so. */
export class Listeners<Event = void> {
  readonly #all: ((event: Event) => void)[] = [];

  add(listener: (event: Event) => void): void {
    this.#all.push(listener);
  }

  tell(event: Event): void {
    for (const listener of this.#all) listener(event);
  }
}
