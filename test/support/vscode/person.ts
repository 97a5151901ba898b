/** Somebody at the keyboard: what they answer when they are asked, and everything they are shown. Without an answer they press Escape. */

export interface QuickItem {
  readonly label: string;
  readonly description?: string | undefined;
  readonly kind?: number;
  /** Without it VS Code hides an entry whose label does not fit what is typed. */
  readonly alwaysShow?: boolean;
}

export interface InputOptions {
  readonly title?: string;
  readonly prompt?: string;
  readonly value?: string;
  readonly password?: boolean;
  readonly ignoreFocusOut?: boolean;
  readonly validateInput?: (text: string) => string | undefined;
}

export interface Asked {
  readonly title: string | undefined;
  readonly prompt: string | undefined;
  readonly password: boolean;
  readonly staysOpen: boolean;
  readonly value: string | undefined;
  /** Entries of a list: label and description. */
  readonly offered: readonly string[];
}

export interface Notified {
  readonly kind: "information" | "warning" | "error";
  readonly message: string;
  readonly buttons: readonly string[];
}

export interface Progress {
  readonly title: string;
  readonly cancellable: boolean;
  readonly reports: string[];
  isOver: boolean;
}

export class Person {
  /** The boxes and lists that were opened, in order. */
  readonly asked: Asked[] = [];
  readonly notified: Notified[] = [];
  readonly progress: Progress[] = [];
  /** What validation said of texts that were typed and not accepted. */
  readonly complaints: string[] = [];
  readonly #answers: ((items: readonly QuickItem[]) => string | undefined)[] = [];
  readonly #typed: (readonly string[])[] = [];
  /** What is typed into the next list to make it shorter. */
  readonly filters: string[] = [];
  /** Entries that VS Code hid although they were offered, because of what was typed. */
  readonly hiddenByFilter: string[] = [];
  /** Files chosen in dialogs. */
  readonly files: string[] = [];
  button: string | undefined;
  /** When Cancel of a progress is pressed. */
  cancels: "never" | "at once" | "at first report" = "never";

  /** Picks the entry of the next list whose label this is. */
  picks(...labels: readonly string[]): void {
    for (const label of labels) this.#answers.push(() => label);
  }

  /** Types into the next box, and again where what was typed is not accepted. */
  types(...texts: readonly string[]): void {
    this.#typed.push(texts);
  }

  choose(title: string | undefined, prompt: string | undefined, items: readonly QuickItem[]): QuickItem | undefined {
    const offered = items.map(({ label, description }) => (description === undefined ? label : `${label}  ${description}`));
    if (this.asked.length > 100) throw new Error(`Nobody answers this often: ${title ?? "a list"}.`);
    this.asked.push({ title, prompt, offered, password: false, staysOpen: false, value: undefined });
    const label = this.#answers.shift()?.(items);
    const picked = items.find((item) => item.label === label);
    if (label !== undefined && picked === undefined) throw new Error(`The list has no '${label}': ${offered.join(", ")}.`);
    return picked;
  }

  enter({ title, prompt, value, password = false, ignoreFocusOut = false, validateInput }: InputOptions): string | undefined {
    this.asked.push({ title, prompt, value, password, staysOpen: ignoreFocusOut, offered: [] });
    for (const text of this.#typed.shift() ?? []) {
      const complaint = validateInput?.(text);
      if (complaint === undefined) return text;
      this.complaints.push(complaint);
    }
    return undefined;
  }

  /** Expects that everything that was to be answered was asked for. */
  isDone(): boolean {
    return this.#answers.length === 0 && this.#typed.length === 0 && this.files.length === 0;
  }
}
