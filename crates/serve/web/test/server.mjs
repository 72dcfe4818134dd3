// A server for development and tests: `dist/` under the same rules as the real one, answers from the stand-in store.
import { createServer } from "node:http";
import { existsSync, readFileSync } from "node:fs";
import { dirname, extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { Store } from "./store.mjs";
import { crowd } from "./crowd.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const dist = join(here, "..", "dist");
export const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".json": "application/json",
  ".txt": "text/plain; charset=utf-8",
};

const lines = (name) =>
  readFileSync(join(here, name), "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
const made = {};
/** The made-up reports, none at all, or a great many. */
export const store = (kind) =>
  (made[kind] ??= new Store(
    kind === "empty" ? [] : kind === "crowd" ? crowd(lines("records.jsonl")) : lines("records.jsonl"),
  ));

function answer(db, path, query) {
  const [, route, rest] = /^\/v1\/([^/]+)(?:\/(.+))?$/.exec(path) ?? [];
  const key = rest && decoded(rest);
  if (query.words === "refuse me")
    return [400, { error: "a phrase is not closed", hint: "put a quotation mark at its end" }];
  const routes = {
    search: () => db.search(query),
    trace: () => db.trace(query),
    timeline: () => db.timeline(query),
    map: () => db.map(query),
    network: () => db.network(query),
    stats: () => db.stats(),
    actors: () => (key ? db.actorPage(key) : db.actorsList(query.words, query.limit)),
    reports: () => key && db.reportPage(key),
    read: () => db.reports[0]?.record,
  };
  let got = null;
  try {
    got = Object.hasOwn(routes, route ?? "") ? routes[route]() : null;
  } catch (problem) {
    return [400, problem];
  }
  return got
    ? [200, got]
    : [
        404,
        {
          error: `there is no ${route === "actors" ? "actor" : route === "reports" ? "report" : "page"} \`${key ?? route}\``,
          hint: "`sayso search` lists what there is",
        },
      ];
}

function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** With SAYSO_API=http://127.0.0.1:PORT the answers come from a real server, the pages from here. */
async function passOn(request, response, body) {
  const { method, headers, url } = request;
  const answer = await fetch(process.env.SAYSO_API + url, {
    method,
    headers: {
      accept: "application/json",
      ...(headers["content-type"] && { "content-type": headers["content-type"] }),
    },
    body: method === "POST" ? body : undefined,
  });
  response.writeHead(answer.status, { "content-type": "application/json" }).end(await answer.text());
}

async function bodyOf(request) {
  let body = "";
  for await (const piece of request) body += piece;
  return body;
}

/** Starts the server; `kind` names the store. */
export function serve(port = 0, kind = "reports") {
  const server = createServer(async (request, response) => {
    const url = new URL(request.url, "http://localhost");
    response.setHeader("content-security-policy", POLICY);
    response.setHeader("x-content-type-options", "nosniff");
    response.setHeader("referrer-policy", "no-referrer");
    if (url.pathname.startsWith("/v1/") && process.env.SAYSO_API && kind === "reports")
      return passOn(request, response, await bodyOf(request));
    if (url.pathname.startsWith("/v1/")) {
      const [status, body] = answer(store(kind), url.pathname, Object.fromEntries(url.searchParams));
      response.writeHead(status, { "content-type": "application/json" });
      return response.end(JSON.stringify(body));
    }
    const file = join(dist, normalize(decoded(url.pathname)));
    const there = extname(file) && file.startsWith(dist) && existsSync(file);
    if (!there && extname(file)) return response.writeHead(404).end();
    response.writeHead(200, { "content-type": TYPES[there ? extname(file) : ".html"] });
    return response.end(readFileSync(there ? file : join(dist, "index.html")));
  });
  return new Promise((done) => server.listen(port, "127.0.0.1", () => done(server)));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const kind = process.argv[2] ?? "reports";
  const server = await serve(Number(process.env.PORT ?? 4717), kind);
  console.log(`http://127.0.0.1:${server.address().port}/ (${kind})`);
}
