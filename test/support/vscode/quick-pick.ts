import type { Person, QuickItem } from "./person.ts";
import { EventEmitter } from "./values.ts";

/** A list that stays open while somebody types; hidden once, it is gone. */
export class QuickPick {
  title: string | undefined;
  placeholder: string | undefined;
  items: readonly QuickItem[] = [];
  selectedItems: readonly QuickItem[] = [];
  readonly #person: Person;
  readonly #value = new EventEmitter<string>();
  readonly #accept = new EventEmitter<void>();
  readonly #hide = new EventEmitter<void>();
  #isShown = false;

  constructor(person: Person) {
    this.#person = person;
  }

  readonly onDidChangeValue = this.#value.event;
  readonly onDidAccept = this.#accept.event;
  readonly onDidHide = this.#hide.event;

  /** The person types their filters, then picks, or presses Escape. */
  show(): void {
    this.#isShown = true;
    for (const text of this.#person.filters.splice(0)) {
      this.#value.fire(text);
      const hidden = this.items.filter((item) => item.kind === undefined && item.alwaysShow !== true && !item.label.includes(text));
      this.#person.hiddenByFilter.push(...hidden.map(({ label }) => label));
    }
    const picked = this.#person.choose(this.title, this.placeholder, this.items);
    this.selectedItems = picked === undefined ? [] : [picked];
    if (picked !== undefined) this.#accept.fire();
    this.hide();
  }

  hide(): void {
    if (!this.#isShown) return;
    this.#isShown = false;
    this.#hide.fire();
  }

  dispose(): void {
    this.#value.dispose();
    this.#accept.dispose();
    this.#hide.dispose();
  }
}
