// One notation for eye, terminal and reader: the signs, and the words that say the same.
import type { ActorType, Kind, LinkType, Relation, Stance, Standings, Status } from "./answers";

/** In the order in which they are told. */
export const STATUSES: Status[] = ["actual", "hypothetical", "future", "negated"];
export const STATUS_SIGN: Record<Status, string> = { actual: "●", hypothetical: "◌", future: "▷", negated: "⊘" };
export const KIND_SIGN: Record<Kind, string> = { direct: "“", mixed: "“~", indirect: "~" };
export const KIND_WORD: Record<Kind, string> = { direct: "quoted", mixed: "partly quoted", indirect: "paraphrased" };
export const LINK_SIGN: Record<LinkType, string> = { denies: "⊘", contradicts: "≠", repeats: "=" };
export const LINK_WORDS: Record<LinkType, [string, string]> = {
  denies: ["denies", "denied by"],
  contradicts: ["contradicts", "contradicted by"],
  repeats: ["repeats", "repeated by"],
};
export const RELATION_SIGN: Record<Relation, string> = {
  "=": "",
  ">": "> ",
  "<": "< ",
  ">=": "≥ ",
  "<=": "≤ ",
  "~": "~ ",
};
export const RELATION_WORD: Record<Relation, string> = {
  "=": "",
  ">": "more than ",
  "<": "less than ",
  ">=": "at least ",
  "<=": "at most ",
  "~": "about ",
};
export const STANCES: Stance[] = ["affirms", "denies", "declines"];
export const KINDS: Kind[] = ["direct", "mixed", "indirect"];
export const RELAY = "‹";
export const ARROW = "→";
export const HISTORICAL = "◷";

/** Event types of the PLOVER manual, from agreement to force, each with what it covers. */
export const TYPES: [string, string][] = [
  ["AGREE", "promises and treaties"],
  ["CONSULT", "meetings and calls"],
  ["SUPPORT", "praise, recognition"],
  ["CONCEDE", "yielding without a fight"],
  ["COOPERATE", "acting together"],
  ["AID", "help in kind"],
  ["RETREAT", "pulling back forces"],
  ["REQUEST", "demands and calls"],
  ["ACCUSE", "blame, charges, investigations"],
  ["REJECT", "refusals and denials"],
  ["THREATEN", "threats and warnings"],
  ["PROTEST", "demonstrations, strikes, boycotts"],
  ["SANCTION", "withdrawn relations, penalties"],
  ["MOBILIZE", "moving and readying forces"],
  ["COERCE", "arrests, seizures, repression"],
  ["ASSAULT", "deadly force"],
];

/** The four quarters of the PLOVER types. */
export type Quad = "verbal cooperation" | "material cooperation" | "verbal conflict" | "material conflict";
export const QUADS: Quad[] = ["verbal cooperation", "material cooperation", "verbal conflict", "material conflict"];
export function quad(type: string): Quad {
  const at = TYPES.findIndex(([name]) => name === type);
  return at < 4
    ? "verbal cooperation"
    : at < 7
      ? "material cooperation"
      : at < 11
        ? "verbal conflict"
        : "material conflict";
}

export const ACTOR_WORD: Record<ActorType, string> = {
  person: "person",
  organization: "organization",
  group: "group",
  place: "country or place",
};

const FURNITURE: Record<string, string> = {
  "repeated-title": "headline again",
  related: "related links",
  other: "not the report",
};
export const furnitureWord = (kind: string): string => FURNITURE[kind] ?? kind;

export const total = (events: Standings): number => STATUSES.reduce((sum, status) => sum + events[status], 0);

/** What the signs mean, for the legend. */
export const LEGEND: [string, string, string, string][] = [
  ["●", "actual", "actual", "it happened, on its holder’s word"],
  ["◌", "hypothetical", "hypothetical", "it may, might or would; it is threatened or alleged"],
  ["▷", "future", "future", "it is announced, planned or expected"],
  ["⊘", "negated", "negated", "it is said not to have happened; also: denies"],
  ["◷", "historical", "historical", "from long before the report"],
  ["“", "", "direct", "quoted"],
  ["“~", "", "mixed", "partly quoted"],
  ["~", "", "indirect", "paraphrased"],
  ["‹", "", "", "on the word of"],
  ["→", "", "", "from who acts to whom it is done"],
  ["≠", "", "", "contradicts"],
  ["?", "", "", "not known"],
  ["–", "", "", "on the page, but not of the report"],
];
