// Events, standings, numbers and names, as every page shows them.
import type { Count, Deed, Done, Name, Standings, Status } from "../answers";
import { after, bdi, h, join, sign, unseen } from "../dom";
import type { Child } from "../dom";
import { ARROW, HISTORICAL, RELATION_SIGN, RELAY, STATUSES, STATUS_SIGN, TYPES } from "../signs";
import { figure } from "../words";

/** A name that leads to the actor's page, where there is one. */
export const nameLink = (name: Name): HTMLElement =>
  name.id
    ? h("a", { class: "name", href: `/actor/${encodeURIComponent(name.id)}` }, bdi(name.name))
    : bdi(name.name, "name");

/** `?`, in the place of a name. */
export const unknown = (words = "unknown"): HTMLElement => h("b", { class: "unknown" }, "?", unseen(` ${words}`));

export const names = (list: Name[]): Child[] => join(list.map(nameLink), () => ", ");

/** `Velmar → Kastria` */
export function whom(actor: Name[], recipient: Name[]): Child[] {
  if (actor.length === 0 && recipient.length === 0) return [unknown("unknown who")];
  const left = actor.length ? names(actor) : [unknown("unknown who")];
  return recipient.length ? [left, " ", sign(ARROW), unseen("towards"), " ", names(recipient)] : left;
}

/** `‹ Morgen ‹ Northern Wire` */
export const relays = (list: Child[]): Child[] =>
  list.map((name) => [" ", h("span", { class: "relay" }, sign(RELAY), unseen("on the word of "), name)]);

/** The signs of a standing. */
export const standingSign = (status: Status, historical = false): HTMLElement =>
  sign(STATUS_SIGN[status] + (historical ? HISTORICAL : ""));

/** "hypothetical (would)" */
export function standingWords(status: Status, historical: boolean, cues: string[]): string {
  const words = status === "actual" ? [] : [cues.length ? `${status} (${cues.join(", ")})` : status];
  return [...words, ...(historical ? ["historical"] : [])].join(", ");
}

/** `◌ SANCTION` */
export function typeLabel(type: string, status: Status, historical: boolean, href?: string): HTMLElement {
  const about = TYPES.find(([name]) => name === type)?.[1];
  const inner = [standingSign(status, historical), " ", h("span", null, type)];
  return href
    ? h("a", { class: "type", href, title: about }, inner)
    : h("span", { class: "type", title: about }, inner);
}

export const eventClass = (deed: Pick<Deed, "status" | "historical">): string =>
  `event ${deed.status}${deed.historical ? " historical" : ""}`;

/** `◌ SANCTION Velmar → Kastria · close · hypothetical` as a line of a list. */
export function deedLine(deed: Deed, href: string): HTMLElement {
  const standing = standingWords(deed.status, deed.historical, []);
  return h(
    "li",
    { class: eventClass(deed), "data-event": deed.event },
    typeLabel(deed.type, deed.status, deed.historical, href),
    " ",
    whom(deed.actor, deed.recipient),
    " ",
    after(h("i", null, deed.trigger), standing ? h("span", { class: "standing" }, standing) : null),
  );
}

/** Place, time and numbers of an event. */
export function setting(done: Done): Child[] {
  const place = done.place && [`in `, bdi(done.place.name)];
  return [place, done.time && h("bdi", { class: "whole" }, done.time), ...done.quantities.map(counted)];
}

/** `≥ 6 sailors` */
export function counted(count: Count): HTMLElement {
  const unit = count.unit ? ` ${count.unit}` : "";
  return h(
    "bdi",
    { class: "counted" },
    `${RELATION_SIGN[count.relation]}${figure(count.value)}${unit}${count.of ? ` ${count.of}` : ""}`,
  );
}

/** `● 3 ◌ 12`: what is not there is left out. `link` makes each number a way there. */
export function standings(events: Standings, link?: (status: Status) => string): Child[] {
  const there = STATUSES.filter((status) => events[status] > 0);
  return join(
    there.map((status) => standingCount(status, events[status], link?.(status))),
    () => " ",
  );
}

export function standingCount(status: Status, number: number, href?: string, word = false): HTMLElement {
  const inner = [sign(STATUS_SIGN[status]), " ", figure(number), word ? ` ${status}` : unseen(` ${status}`)];
  return href
    ? h("a", { class: `count ${status}`, href, title: `${number} ${status}` }, inner)
    : h("span", { class: `count ${status}`, title: `${number} ${status}` }, inner);
}
