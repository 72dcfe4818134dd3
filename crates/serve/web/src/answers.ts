// The answers of the server: the twin of `crates/store/src/answers.rs` and of the wire format, as far as the reader uses them.

export type Span = [number, number];
export type Status = "actual" | "negated" | "hypothetical" | "future";
export type Kind = "direct" | "indirect" | "mixed";
export type Stance = "affirms" | "denies" | "declines";
export type Relation = "=" | ">" | "<" | ">=" | "<=" | "~";
export type LinkType = "denies" | "contradicts" | "repeats";
export type ActorType = "person" | "organization" | "group" | "place";
export type Standings = Record<Status, number>;

export interface ReportLine {
  key: string;
  id: string;
  title: string | null;
  outlet: string | null;
  url: string | null;
  published: string | null;
  copy_of: string | null;
  copies: number;
}
export interface ActorLine {
  id: string;
  name: string;
  type: ActorType;
  country: string | null;
  sector: string | null;
  role: string | null;
  aliases: string[];
  reports: number;
  statements: number;
  events: number;
}
export interface Name {
  name: string;
  id: string | null;
}
export interface Count {
  words: string;
  value: number;
  relation: Relation;
  unit: string | null;
  of: string | null;
}
export interface PlaceName {
  name: string;
  geonameid: number | null;
  lat: number | null;
  lon: number | null;
  country: string | null;
  feature: string | null;
}
export interface Deed {
  event: string;
  type: string;
  status: Status;
  historical: boolean;
  trigger: string;
  actor: Name[];
  recipient: Name[];
}
export interface Said {
  what: "statement";
  source: Name[];
  source_words: string | null;
  cue: string | null;
  via: Name[];
  kind: Kind;
  stance: Stance;
  time: string | null;
  quantities: Count[];
  events: Deed[];
}
export interface Done extends Deed {
  what: "event";
  holder: string[];
  statement: string | null;
  place: PlaceName | null;
  time: string | null;
  quantities: Count[];
  status_words: string[];
}
export interface Passage {
  what: "passage";
}
export type Hit = { report: ReportLine; item: string | null; words: string; spans: Span[]; found: Span[] } & (
  Said | Done | Passage
);
export interface Found {
  hits: Hit[];
  next: string | null;
}

export type Role = "first" | "independent" | "repeat" | "copy" | "denial" | "declined";
export type Saying = Hit & { role: Role; origin: number };
export interface Origin {
  who: Name | null;
  reason: string;
  sayings: number[];
  through: string[];
  copies: number;
  denies: boolean;
}
export type Given = Count & { asked: boolean; sayings: number[] };
export interface Between {
  type: LinkType;
  from: number;
  to: number;
  reason: string;
}
export interface Trace {
  asked: string;
  sayings: Saying[];
  total: number;
  origins: Origin[];
  numbers: Given[];
  relations: Between[];
}

export interface Day {
  day: string;
  events: Standings;
  statements: number;
}
export interface Timeline {
  days: Day[];
  undated: Standings;
}
export interface Spot {
  place: PlaceName;
  events: Standings;
}
export interface MapAnswer {
  places: Spot[];
  unresolved: Standings;
  unplaced: Standings;
}
export interface Edge {
  from: string;
  to: string;
  type: string | null;
  statements: number;
  events: Standings;
}
export interface Network {
  actors: ActorLine[];
  edges: Edge[];
}
export interface ActorPage {
  actor: ActorLine;
  said: Found;
  done: Found;
  timeline: Timeline;
  network: Network;
}
export interface Actors {
  actors: ActorLine[];
}
export interface Stats {
  reports: number;
  origins: number;
  failures: number;
  days: [string, string] | null;
  statements: number;
  events: Standings;
  types: { type: string; events: Standings }[];
  speakers: ActorLine[];
  outlets: { outlet: string | null; reports: number; copies: number }[];
  bytes: number;
}

export interface RecordActor {
  id: string;
  name: string;
  type: ActorType;
  country: string | null;
  sector: string | null;
  role: string | null;
  forms: string[];
  mentions: { span: Span; form: "name" | "nominal" | "pronoun" }[];
}
export interface Place {
  id: string;
  span: Span;
  name: string;
  geonameid: number | null;
  lat: number | null;
  lon: number | null;
  country: string | null;
}
export interface Time {
  id: string;
  span: Span;
  type: string;
  value: string;
}
export interface Quantity {
  id: string;
  span: Span;
  value: number;
  relation: Relation;
  unit: string | null;
  of: string | null;
  of_span: Span | null;
}
export interface Statement {
  id: string;
  source: string[];
  source_span: Span | null;
  cue: Span | null;
  content: Span[];
  kind: Kind;
  stance: Stance;
  via: { actor: string | null; name: string; span: Span }[];
  within: string | null;
  to: string[];
  time: string | null;
  place: string | null;
}
export interface Participant {
  id: string;
  span: Span;
}
export interface RecordEvent {
  id: string;
  trigger: Span;
  type: string;
  mode: string | null;
  contexts: string[];
  actor: Participant[];
  recipient: Participant[];
  place: string | null;
  time: string | null;
  quantities: string[];
  status: Status;
  historical: boolean;
  status_cues: Span[];
  statement: string | null;
  holder: string[];
}
export interface Furniture {
  span: Span;
  kind: string;
}
export interface Rec {
  schema: string;
  id: string;
  document: { uri: string | null; media_type: string; encoding: string; sha256: string; bytes: number };
  text: string;
  title: Span | null;
  byline: Span | null;
  outlet: string | null;
  published: string | null;
  language: string | null;
  body: Span[];
  furniture: Furniture[];
  sentences: Span[];
  actors: RecordActor[];
  places: Place[];
  times: Time[];
  quantities: Quantity[];
  statements: Statement[];
  events: RecordEvent[];
  links: { type: LinkType; from: string; to: string | null; event: string | null }[];
  notes: { span: Span | null; text: string }[];
}
export interface ReportPage {
  report: ReportLine;
  family: ReportLine[];
  actors: string[];
  record: Rec;
}
