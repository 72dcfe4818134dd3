// What is asked: the same fields in the address bar, in the box and for the server.

export const FIELDS = [
  "words",
  "speaker",
  "outlet",
  "actor",
  "country",
  "type",
  "status",
  "place",
  "from",
  "to",
  "kind",
  "stance",
] as const;
export type Field = (typeof FIELDS)[number];
export type Query = Partial<Record<Field, string>>;

/** What a filter is called on a chip and in the panel. */
export const LABELS: Record<Field, string> = {
  words: "words",
  speaker: "said by",
  outlet: "outlet",
  actor: "about or by",
  country: "country",
  type: "event",
  status: "standing",
  place: "place",
  from: "from",
  to: "to",
  kind: "wording",
  stance: "stance",
};

/** Other names under which a filter may be typed into the box. */
const TYPED: Record<string, Field> = {
  by: "speaker",
  said: "speaker",
  about: "actor",
  who: "actor",
  in: "place",
  at: "place",
  via: "outlet",
  paper: "outlet",
  event: "type",
  standing: "status",
  since: "from",
  until: "to",
};

/** The query of an address. */
export function queryOf(search: string): Query {
  const params = new URLSearchParams(search);
  return clean(Object.fromEntries(FIELDS.map((field) => [field, params.get(field) ?? ""])));
}

/** Only the fields that ask for something. */
export function clean(query: Query): Query {
  const entries = FIELDS.map((field) => [field, query[field]?.trim() ?? ""] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== ""));
}

/** `words=ferry&status=actual`, in the order of the fields. */
export function search(query: Query, more: Record<string, string> = {}): string {
  return new URLSearchParams([...Object.entries(clean(query)), ...Object.entries(more)] as [
    string,
    string,
  ][]).toString();
}

/** The address of a page that answers a query. */
export function address(path: string, query: Query): string {
  const asked = search(query);
  return asked ? `${path}?${asked}` : path;
}

export const isEmpty = (query: Query): boolean => Object.keys(clean(query)).length === 0;

/** Words with filters among them (`blockade status:actual speaker:"Ilka Maroun"`), taken apart. */
export function typed(words: string): Query {
  const query: Query = {};
  const rest = words.replace(/(^|\s)([a-z]+):(?:"([^"]*)"|(\S+))/giu, (whole, space, name, quoted, bare) => {
    const field = fieldOf(String(name).toLowerCase());
    if (!field) return whole;
    query[field] = exact(field, quoted ?? bare);
    return space;
  });
  return clean({ ...query, words: rest.replace(/\s+/gu, " ") });
}

function fieldOf(name: string): Field | undefined {
  const field = FIELDS.find((field) => field === name && field !== "words");
  return field ?? TYPED[name];
}

/** Codes are written one way, whatever was typed. */
export function exact(field: Field, value: string): string {
  if (field === "type" || field === "country") return value.toUpperCase();
  return field === "status" || field === "kind" || field === "stance" ? value.toLowerCase() : value;
}
