// Asking the server. Answers are kept while the reader is open, so that going back is instant and asks nothing.

/** A refusal of the server, or none at all. */
export class Refused extends Error {
  readonly hint: string | null;
  readonly status: number;
  constructor(message: string, hint: string | null, status: number) {
    super(message);
    this.hint = hint;
    this.status = status;
  }
}

const KEPT = 80;
const kept = new Map<string, Promise<unknown>>();

/** The answer to a GET under `/v1`. */
export function ask<T>(path: string): Promise<T> {
  const known = kept.get(path) as Promise<T> | undefined;
  if (known) return known;
  const answer = patient(() => send<T>(path, {}));
  keep(path, answer);
  answer.catch(() => kept.delete(path));
  return answer;
}

/** A server that has too much to do is asked once more. */
async function patient<T>(asking: () => Promise<T>): Promise<T> {
  try {
    return await asking();
  } catch (error) {
    if (!(error instanceof Refused) || error.status !== 503) throw error;
    await new Promise((done) => setTimeout(done, 700));
    return asking();
  }
}

function keep(path: string, answer: Promise<unknown>): void {
  kept.set(path, answer);
  const oldest = kept.keys().next().value;
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
}

/** Forgets all answers, so that the next question reaches the server. */
export const forget = (): void => kept.clear();

/** The answer to a POST under `/v1`. */
export const post = <T>(path: string, body: unknown): Promise<T> =>
  send<T>(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });

async function send<T>(path: string, init: RequestInit): Promise<T> {
  const response = await fetch(`/v1/${path}`, {
    ...init,
    headers: { accept: "application/json", ...init.headers },
  }).catch(() => null);
  if (!response) throw new Refused("the server does not answer", "is `sayso serve` still running?", 0);
  const answer = await response.json().catch(() => null);
  if (response.ok && answer !== null) return answer as T;
  throw new Refused(answer?.error ?? `the server answered ${response.status}`, answer?.hint ?? null, response.status);
}
