import type { Person } from "../data.js";

/** How a text names one person, or that it names several. */
export type Naming =
  | { readonly id: string; readonly by: "id" | "name" | "e-mail address" | "id apart from leading zeros" }
  | { readonly ids: readonly string[] };

/** Letters of one kind, single spaces, `Last, First` turned round. */
function plainName(text: string): string {
  const plain = text.normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase();
  const [, last, first] = /^([^,]+), ?([^,]+)$/.exec(plain) ?? [];
  return last === undefined ? plain : `${first} ${last}`;
}

const withoutZeros = (id: string): string => (/^0*\d+$/.test(id) ? id.replace(/^0+(?=\d)/, "") : id);

/** What the tables of a firm may call its people: their ids first, then e-mail addresses and names, where only one person has them. */
export class PeopleNames {
  private readonly ids: ReadonlySet<string>;
  private readonly bare = new Map<string, string[]>();
  private readonly emails = new Map<string, string[]>();
  private readonly names = new Map<string, string[]>();
  private readonly known = new Map<string, Naming | undefined>();

  /** `people`: those of rows that were left out as well, since a name is theirs too. */
  constructor(people: readonly Pick<Person, "id" | "name" | "email">[]) {
    this.ids = new Set(people.map(({ id }) => id));
    for (const { id, name, email } of people) {
      note(this.bare, withoutZeros(id), id);
      if (email !== undefined) note(this.emails, email.trim().toLowerCase(), id);
      if (name !== undefined) note(this.names, plainName(name), id);
    }
  }

  /** Whom a text names; undefined where nobody has it. */
  find(text: string): Naming | undefined {
    if (this.ids.has(text)) return { id: text, by: "id" };
    if (!this.known.has(text)) this.known.set(text, this.look(text));
    return this.known.get(text);
  }

  private look(text: string): Naming | undefined {
    return (
      naming(this.emails.get(text.toLowerCase()), "e-mail address") ??
      naming(this.names.get(plainName(text)), "name") ??
      naming(this.bare.get(withoutZeros(text)), "id apart from leading zeros")
    );
  }
}

function note(map: Map<string, string[]>, key: string, id: string): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [id]);
  else if (!known.includes(id)) known.push(id);
}

function naming(ids: readonly string[] | undefined, by: "name" | "e-mail address" | "id apart from leading zeros") {
  if (ids === undefined) return undefined;
  return ids.length === 1 ? { id: ids[0]!, by } : { ids };
}
