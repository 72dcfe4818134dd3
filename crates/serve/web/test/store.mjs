// A small stand-in for the store: answers of the same shape out of records, for development and tests without the server. It knows little
// of what the real one knows; no page may depend on how it decides.

const STATUSES = ["actual", "negated", "hypothetical", "future"];
const none = () => ({ actual: 0, negated: 0, hypothetical: 0, future: 0 });
const tokens = (words) => words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
const by =
  (key, down = 1) =>
  (a, b) =>
    (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0) * down;

export class Store {
  constructor(records) {
    this.actors = new Map();
    this.reports = [...records]
      .sort(by((record) => record.published ?? ""))
      .map((record, at) => this.report(record, at));
    for (const report of this.reports) this.copies(report);
    this.all = this.reports.toReversed().flatMap((report) => this.hitsOf(report));
    this.countAll();
  }

  report(record, at) {
    const points = [...record.text];
    const slice = ([start, end]) => points.slice(start, end).join("");
    const title = record.title ? slice(record.title).replace(/\s+/g, " ") : null;
    const line = {
      key: (0xa000000000000000n + BigInt(at + 1) * 7919n).toString(16),
      id: record.id,
      title,
      outlet: record.outlet,
      url: record.document.uri,
      published: record.published,
      copy_of: null,
      copies: 0,
    };
    return {
      line,
      record,
      slice,
      points,
      ids: record.actors.map((actor) => this.actor(actor)),
      sentences: new Set(record.sentences.map(slice)),
    };
  }

  /** Actors are the same where a name or a longer form of it is. */
  actor(actor) {
    const names = [actor.name, ...actor.forms.filter((form) => form.includes(" "))];
    for (const known of this.actors.values()) {
      if (names.some((name) => known.name === name || known.aliases.includes(name)) && known.type === actor.type) {
        for (const form of [...actor.forms])
          if (form !== known.name && !known.aliases.includes(form) && /^\p{Lu}/u.test(form)) known.aliases.push(form);
        for (const key of ["country", "sector", "role"]) known[key] ??= actor[key];
        return known.id;
      }
    }
    const id = `a${this.actors.size + 1}`;
    const { name, type, country, sector, role } = actor;
    this.actors.set(id, {
      id,
      name,
      type,
      country,
      sector,
      role,
      aliases: actor.forms.filter((form) => form !== name && /^\p{Lu}/u.test(form)),
      reports: 0,
      statements: 0,
      events: 0,
    });
    return id;
  }

  copies(report) {
    const shared = (other) => [...report.sentences].filter((sentence) => other.sentences.has(sentence)).length;
    const first = this.reports.find(
      (other) => other !== report && this.reports.indexOf(other) < this.reports.indexOf(report) && shared(other) >= 2,
    );
    if (!first) return;
    report.line.copy_of = first.line.copy_of ?? first.line.key;
    this.reports.find(({ line }) => line.key === report.line.copy_of).line.copies += 1;
  }

  name({ record, ids }, id) {
    const at = record.actors.findIndex((actor) => actor.id === id);
    return { name: record.actors[at].name, id: ids[at] };
  }
  quantity({ record, slice }, id) {
    const { span, value, relation, unit, of } = record.quantities.find((one) => one.id === id);
    return { words: slice(span), value, relation, unit, of };
  }
  deed(report, event) {
    const side = (list) => list.map(({ id }) => this.name(report, id));
    return {
      event: event.id,
      type: event.type,
      status: event.status,
      historical: event.historical,
      trigger: report.slice(event.trigger),
      actor: side(event.actor),
      recipient: side(event.recipient),
    };
  }
  place({ record, slice }, id) {
    const place = record.places.find((one) => one.id === id);
    return place
      ? {
          name: place.name ?? slice(place.span),
          geonameid: place.geonameid,
          lat: place.lat,
          lon: place.lon,
          country: place.country,
          feature: place.feature,
        }
      : null;
  }

  hitsOf(report) {
    const { record, slice, line } = report;
    const inside = ([start, end], spans) => spans.some(([from, to]) => start >= from && end <= to);
    const sentence = (span) => record.sentences.find((one) => inside(span, [one])) ?? span;
    const said = record.statements.map((one) => {
      const spans = one.content.length ? one.content : [one.cue ?? one.source_span ?? [0, 0]];
      const quantities = record.quantities
        .filter(({ span }) => inside(span, spans))
        .map(({ id }) => this.quantity(report, id));
      const via = one.via.map(({ actor, name }) => (actor ? this.name(report, actor) : { name, id: null }));
      const events = record.events
        .filter((event) => event.statement === one.id)
        .map((event) => this.deed(report, event));
      return {
        report: line,
        item: one.id,
        words: spans.map(slice).join(" … "),
        spans,
        found: [],
        what: "statement",
        source: one.source.map((id) => this.name(report, id)),
        source_words: one.source.length || !one.source_span ? null : slice(one.source_span),
        cue: one.cue ? slice(one.cue) : null,
        via,
        kind: one.kind,
        stance: one.stance,
        time: one.time,
        quantities,
        events,
      };
    });
    const done = record.events.map((event) => {
      const spans = [sentence(event.trigger)];
      return {
        report: line,
        item: event.id,
        words: slice(spans[0]),
        spans,
        found: [],
        what: "event",
        ...this.deed(report, event),
        holder: event.holder,
        statement: event.statement,
        place: this.place(report, event.place),
        time: event.time,
        quantities: event.quantities.map((id) => this.quantity(report, id)),
        status_words: event.status_cues.map(slice),
      };
    });
    const covered = [
      ...record.statements.flatMap(({ content }) => content),
      ...record.events.map(({ trigger }) => trigger),
    ];
    const told = record.sentences
      .filter((one) => !covered.some(([start, end]) => start < one[1] && end > one[0]))
      .map((span) => ({ report: line, item: null, words: slice(span), spans: [span], found: [], what: "passage" }));
    return [...said, ...done, ...told].sort((a, b) => a.spans[0][0] - b.spans[0][0]);
  }

  countAll() {
    for (const { ids } of this.reports) new Set(ids).forEach((id) => (this.actors.get(id).reports += 1));
    for (const hit of this.all) {
      const people =
        hit.what === "statement" ? hit.source : hit.what === "event" ? [...hit.actor, ...hit.recipient] : [];
      people
        .filter(({ id }) => id)
        .forEach(({ id }) => (this.actors.get(id)[hit.what === "statement" ? "statements" : "events"] += 1));
    }
  }

  line(id) {
    return this.actors.get(id);
  }

  matches(hit, query) {
    const is = (list, wanted) =>
      list.some(
        ({ name, id }) =>
          id === wanted ||
          tokens(name).join(" ").includes(tokens(wanted).join(" ")) ||
          this.line(id)?.aliases.some((alias) => alias.toLowerCase() === wanted.toLowerCase()),
      );
    const deeds = hit.what === "statement" ? hit.events : hit.what === "event" ? [hit] : [];
    const people = deeds.flatMap(({ actor, recipient }) => [...actor, ...recipient]);
    const about = [...people, ...(hit.what === "statement" ? this.spokenOf(hit) : [])];
    const holders =
      hit.what === "event"
        ? hit.holder.map((name) => ({ name, id: [...this.actors.values()].find((one) => one.name === name)?.id }))
        : [];
    const rules = {
      speaker: (wanted) => is(hit.what === "statement" ? hit.source : holders.slice(0, 1), wanted),
      actor: (wanted) => is(about, wanted),
      outlet: (wanted) => is([{ name: hit.report.outlet ?? "" }, ...(hit.via ?? [])], wanted),
      country: (wanted) => about.some(({ id }) => this.line(id)?.country === wanted),
      type: (wanted) => deeds.some(({ type }) => type === wanted),
      status: (wanted) => deeds.some(({ status, type }) => status === wanted && (!query.type || type === query.type)),
      place: (wanted) =>
        hit.place && (String(hit.place.geonameid) === wanted || hit.place.name.toLowerCase() === wanted.toLowerCase()),
      from: (wanted) => (hit.report.published ?? "") >= wanted,
      to: (wanted) => (hit.report.published ?? "9") <= wanted,
      kind: (wanted) => hit.kind === wanted,
      stance: (wanted) => hit.stance === wanted,
    };
    return (
      Object.entries(rules).every(([field, rule]) => !query[field] || rule(query[field])) &&
      tokens(query.words ?? "").every((token) => tokens(hit.words).some((word) => word.startsWith(stem(token))))
    );
  }

  spokenOf(hit) {
    const report = this.reports.find(({ line }) => line === hit.report);
    return report.record.actors.flatMap((actor, at) =>
      actor.mentions.some(({ span }) => hit.spans.some(([start, end]) => span[0] >= start && span[1] <= end))
        ? [{ name: actor.name, id: report.ids[at] }]
        : [],
    );
  }

  found(hit, words) {
    const wanted = tokens(words ?? "").map(stem);
    const report = this.reports.find(({ line }) => line === hit.report);
    return { ...hit, found: hit.spans.flatMap(([start, end]) => spansOf(report.points, start, end, wanted)) };
  }

  /** As the real one: a filter of events asks for events, one of statements for statements. */
  sorts(query) {
    if (query.type || query.status || query.place) return ["event"];
    return query.speaker || query.kind || query.stance ? ["statement"] : ["statement", "passage"];
  }

  search(query, sorts = this.sorts(query)) {
    const hits = this.all.filter((hit) => sorts.includes(hit.what) && this.matches(hit, query));
    const [limit, start] = [Math.min(Number(query.limit) || 20, 100), Number(query.after) || 0];
    return {
      hits: hits.slice(start, start + limit).map((hit) => this.found(hit, query.words)),
      next: start + limit < hits.length ? String(start + limit) : null,
    };
  }

  trace(query) {
    const words = tokens(query.words ?? "").map(stem);
    if (words.length === 0)
      throw { error: "a trace needs the words of a claim", hint: 'sayso trace "30,000 soldiers"' };
    const missing = (hit) => words.filter((token) => !tokens(hit.words).some((word) => word.startsWith(token))).length;
    const about = (hit) =>
      hit.what !== "event" && this.matches(hit, { ...query, words: "" }) && missing(hit) <= (words.length > 2 ? 1 : 0);
    const found = new Set(this.all.filter(about));
    // What a report itself says answers what was found.
    const linked = (hit, links) =>
      links.some(
        ({ type, from, to }) =>
          type === "denies" &&
          from === hit.item &&
          [...found].some((one) => one.report === hit.report && one.item === to),
      );
    const answers = (hit) =>
      hit.what === "statement" &&
      !found.has(hit) &&
      linked(hit, this.reports.find(({ line }) => line === hit.report).record.links);
    const answered = this.all.filter(answers);
    const hits = this.all
      .filter((hit) => found.has(hit) || answered.includes(hit))
      .sort(by((hit) => hit.report.published ?? "9"))
      .map((hit) => this.found(hit, query.words));
    const origins = new Map();
    const sayings = hits.map((hit, at) => {
      const who =
        hit.what === "statement"
          ? (hit.source[0] ?? hit.via[0])
          : hit.what === "event" && hit.holder[0]
            ? { name: hit.holder[0], id: null }
            : null;
      const denies = hit.stance === "denies" || hit.status === "negated";
      const key = `${who?.name ?? hit.report.outlet} ${denies}`;
      if (!origins.has(key))
        origins.set(key, {
          who: who ?? { name: hit.report.outlet ?? "?", id: null },
          reason: who ? "the same speaker" : "told by the outlet itself",
          sayings: [],
          through: [],
          copies: 0,
          denies,
        });
      const origin = origins.get(key);
      const copy = hit.report.copy_of !== null && origin.sayings.length > 0;
      const role = denies
        ? "denial"
        : hit.stance === "declines"
          ? "declined"
          : copy
            ? "copy"
            : at === 0
              ? "first"
              : origin.sayings.length
                ? "repeat"
                : "independent";
      origin.sayings.push(at);
      origin.copies += copy ? 1 : 0;
      for (const name of [...(hit.via ?? []).map((one) => one.name), hit.report.outlet])
        if (name && !origin.through.includes(name)) origin.through.push(name);
      return { ...hit, role, origin: [...origins.keys()].indexOf(key) };
    });
    const affirmed = sayings.findIndex(({ role }) => role === "first" || role === "independent");
    const relations = sayings.flatMap(({ role }, from) =>
      role === "denial" && affirmed >= 0 && affirmed < from
        ? [{ type: "denies", from, to: affirmed, reason: "denies the same event" }]
        : [],
    );
    return {
      asked: new URLSearchParams(query).toString(),
      sayings,
      total: sayings.length,
      origins: [...origins.values()],
      numbers: numbersOf(sayings, query.words ?? ""),
      relations,
    };
  }

  timeline(query) {
    const days = new Map();
    const day = (name) => days.get(name) ?? days.set(name, { day: name, events: none(), statements: 0 }).get(name);
    const undated = none();
    for (const hit of this.all.filter((hit) => this.matches(hit, query))) {
      const when = /^\d{4}-\d\d-\d\d$/.test(hit.time ?? "") && hit.what === "event" ? hit.time : hit.report.published;
      if (hit.what === "event") (when ? day(when).events : undated)[hit.status] += 1;
      if (hit.what === "statement" && hit.report.published && !this.sorts(query).includes("event"))
        day(hit.report.published).statements += 1;
    }
    return { days: [...days.values()].sort(by(({ day }) => day)), undated };
  }

  map(query) {
    const spots = new Map();
    const [unresolved, unplaced] = [none(), none()];
    for (const hit of this.all.filter((hit) => hit.what === "event" && this.matches(hit, query))) {
      if (!hit.place) unplaced[hit.status] += 1;
      else if (hit.place.lat === null) unresolved[hit.status] += 1;
      else
        (
          spots.get(hit.place.name) ??
          spots.set(hit.place.name, { place: hit.place, events: none() }).get(hit.place.name)
        ).events[hit.status] += 1;
    }
    return { places: [...spots.values()].sort(by(({ events }) => sum(events), -1)), unresolved, unplaced };
  }

  network(query) {
    if (Object.keys(query).some((field) => query[field] && !["actor", "type", "status", "from", "to"].includes(field)))
      throw {
        error: "a network takes no words, and no filters but actor, type, status, from and to",
        hint: "search finds the items themselves",
      };
    const edges = new Map();
    const edge = (from, to, type) =>
      edges.get(`${from} ${to} ${type}`) ??
      edges
        .set(`${from} ${to} ${type}`, { from, to, type, statements: 0, events: none() })
        .get(`${from} ${to} ${type}`);
    for (const hit of this.all.filter((hit) => this.matches(hit, query))) {
      const pairs = (left, right) =>
        left.flatMap((a) => right.map((b) => [a.id, b.id])).filter(([a, b]) => a && b && a !== b);
      if (hit.what === "statement")
        for (const [a, b] of pairs(hit.source, this.spokenOf(hit))) edge(a, b, null).statements += 1;
      if (hit.what === "event")
        for (const [a, b] of pairs(hit.actor, hit.recipient)) edge(a, b, hit.type).events[hit.status] += 1;
    }
    const list = [...edges.values()].sort(by((one) => one.statements + sum(one.events), -1));
    const ids = [...new Set(list.flatMap(({ from, to }) => [from, to]))];
    return { actors: ids.map((id) => this.line(id)), edges: list };
  }

  actorsList(words, limit) {
    const wanted = (words ?? "").toLowerCase();
    const hits = [...this.actors.values()].filter(({ name, aliases }) =>
      [name, ...aliases].some((one) => one.toLowerCase().includes(wanted)),
    );
    return { actors: hits.sort(by(({ statements, events }) => statements + events, -1)).slice(0, Number(limit) || 50) };
  }

  actorPage(id) {
    if (!this.actors.has(id)) return null;
    const network = this.network({});
    const edges = network.edges.filter(({ from, to }) => from === id || to === id);
    return {
      actor: this.line(id),
      said: this.search({ speaker: id }),
      done: this.search({ actor: id }, ["event"]),
      timeline: this.timeline({ actor: id }),
      network: {
        actors: network.actors.filter((one) => edges.some(({ from, to }) => from === one.id || to === one.id)),
        edges,
      },
    };
  }

  reportPage(key) {
    const report = this.reports.find(({ line }) => line.key === key);
    if (!report) return null;
    const root = report.line.copy_of ?? key;
    const family = this.reports.map(({ line }) => line).filter((line) => line.key === root || line.copy_of === root);
    return { report: report.line, family: family.length > 1 ? family : [], actors: report.ids, record: report.record };
  }

  stats() {
    const events = none();
    const types = new Map();
    for (const hit of this.all.filter(({ what }) => what === "event")) {
      events[hit.status] += 1;
      (types.get(hit.type) ?? types.set(hit.type, none()).get(hit.type))[hit.status] += 1;
    }
    const lines = this.reports.map(({ line }) => line);
    const days = lines
      .map(({ published }) => published)
      .filter(Boolean)
      .sort();
    const outlets = [...new Set(lines.map(({ outlet }) => outlet))].map((outlet) => ({
      outlet,
      reports: lines.filter((one) => one.outlet === outlet).length,
      copies: lines.filter((one) => one.outlet === outlet && one.copy_of).length,
    }));
    return {
      reports: lines.length,
      origins: lines.filter(({ copy_of }) => !copy_of).length,
      failures: 0,
      days: days.length ? [days[0], days.at(-1)] : null,
      statements: this.all.filter(({ what }) => what === "statement").length,
      events,
      types: [...types].map(([type, events]) => ({ type, events })).sort(by(({ events }) => sum(events), -1)),
      speakers: [...this.actors.values()]
        .filter(({ statements }) => statements)
        .sort(by(({ statements }) => statements, -1))
        .slice(0, 12),
      outlets: outlets.sort(by(({ reports }) => reports, -1)),
      bytes: 1e6,
    };
  }
}

const sum = (events) => STATUSES.reduce((all, status) => all + events[status], 0);
const stem = (token) => (token.length > 4 ? token.replace(/(ing|ed|es|s)$/, "") : token);

function spansOf(points, start, end, wanted) {
  const out = [];
  for (let at = start; at < end;) {
    let to = at;
    while (to < end && /[\p{L}\p{N}]/u.test(points[to])) to++;
    const word = points.slice(at, to).join("").toLowerCase();
    if (word && wanted.some((token) => word.startsWith(token))) out.push([at, to]);
    at = Math.max(to, at + 1);
  }
  return out;
}

function numbersOf(sayings, words) {
  const numbers = new Map();
  sayings.forEach(({ quantities = [], what }, at) =>
    quantities
      .filter(
        ({ of }) => what === "statement" && of && tokens(words).some((token) => of.toLowerCase().includes(stem(token))),
      )
      .forEach((one) => {
        const key = `${one.value} ${one.relation} ${one.of.split(" ").at(-1)}`;
        const given =
          numbers.get(key) ??
          numbers
            .set(key, {
              ...one,
              of: one.of.split(" ").at(-1),
              asked: tokens(words).includes(String(one.value)),
              sayings: [],
            })
            .get(key);
        if (!given.sayings.includes(at)) given.sayings.push(at);
      }),
  );
  return [...numbers.values()].sort(by(({ sayings }) => sayings.length, -1));
}
