/* What a person decided, until the file has it.

   Intents go to the kernel one at a time, in order. Each is kept, in the browser's
   own storage too, until its answer says that it is written: a kernel that died, a
   page that was closed, a full disk lose nothing. Several changes of one claim that
   are not written yet are one. */

const PATIENCE = 10_000; // milliseconds until it is said that no answer came
const BRIEFLY = 3_000; // what another window wrote less than this ago is on its way there

function outbox({ key, send, printOf, changed, answered }) {
  const prefix = `closereading ${key} `;
  const own = `${prefix}${crypto.randomUUID?.() ?? Math.random()}`;
  const entries = new Map(); // slot -> { slot, intent, is, said, ask, numbers }
  let leftovers = left(); // of a page that is gone
  let flying = null, timer = null, count = 0;

  const slotOf = (intent) => (intent.do === "add" ? `add ${intent.local}` : `${intent.do} ${intent.id ?? ""}`);

  /** Keep a decision, with what is kept of it already; send it if `now`. */
  function put(intent, now = true) {
    const slot = slotOf(intent), before = entries.get(slot);
    const merged = before ? { ...before.intent, ...intent, cells: { ...before.intent.cells, ...intent.cells }, print: before.intent.print ?? intent.print } : intent;
    entries.delete(slot);
    entries.set(slot, { ...before, slot, intent: merged, is: now ? "queued" : "held", ask: "", numbers: before?.numbers ?? new Set() });
    kept();
    if (now) pump();
  }

  function pump() {
    const entry = [...entries.values()].find(({ is }) => is === "queued");
    if (flying || !entry) return;
    const number = `${own.slice(-8)}-${(count += 1)}`;
    flying = number;
    entry.is = "sent";
    entry.numbers.add(number);
    clearTimeout(timer);
    timer = setTimeout(() => silent(number), PATIENCE);
    try {
      send({ ...entry.intent, number })?.catch?.(() => silent(number));
    } catch {
      silent(number);
    }
    changed();
  }

  function silent(number) {
    if (flying !== number) return;
    flying = null;
    for (const entry of entries.values()) {
      if (entry.is === "held" || entry.is === "refused") continue;
      entry.is = "silent";
      entry.said = "The kernel does not answer. If it was stopped or restarted, run this cell again.";
    }
    kept();
  }

  /** An answer of the desk. True if it was to one of ours. */
  function answer(reply) {
    const entry = [...entries.values()].find(({ numbers }) => numbers.has(reply.number));
    if (flying === reply.number) { flying = null; clearTimeout(timer); }
    if (!entry) { pump(); return false; }
    const more = entry.is === "queued" || entry.is === "held"; // said since it was sent
    if (reply.done) {
      entries.delete(entry.slot);
      const { intent } = entry;
      rebase(intent, reply.claim);
      if (more) put({ ...intent, do: intent.do === "add" ? "change" : intent.do, id: reply.claim, print: printOf(reply.claim) }, entry.is === "queued");
      answered(intent, reply);
    } else if (!more) Object.assign(entry, { is: "refused", said: reply.said, ask: reply.ask });
    kept();
    pump();
    return true;
  }

  /** What is still to be sent about a claim that we have just changed ourselves is about what it is now. */
  function rebase(done, claim) {
    for (const [slot, entry] of [...entries]) {
      if (!done.id || !claim || entry.intent.id !== done.id) continue;
      entries.delete(slot);
      entry.intent = { ...entry.intent, id: claim, print: printOf(claim) };
      entry.slot = slotOf(entry.intent);
      entries.set(entry.slot, entry);
    }
  }

  const drop = (slot) => { entries.delete(slot); kept(); };

  /** Send it again; with another claim's id, about that one. */
  function again(slot, more = {}) {
    const entry = entries.get(slot);
    if (!entry) return;
    if (more.id) entries.delete(slot);
    put({ ...entry.intent, ...more });
  }

  // ------------------------------------------------------------- kept by the browser

  function kept() {
    try {
      if (entries.size) localStorage.setItem(own, JSON.stringify({ at: Date.now(), intents: [...entries.values()].map(({ intent }) => intent) }));
      else localStorage.removeItem(own);
    } catch { /* no storage here: then it is kept as long as the page is */ }
    changed();
  }

  function left() {
    try {
      const keys = Object.keys(localStorage).filter((name) => name.startsWith(prefix));
      return keys.flatMap((name) => {
        const { at, intents } = JSON.parse(localStorage.getItem(name));
        return Date.now() - at < BRIEFLY ? [] : intents.map((intent) => ({ name, intent }));
      });
    } catch { return []; }
  }

  function settle(leftover, save) {
    leftovers = leftovers.filter((one) => one !== leftover);
    const rest = leftovers.filter(({ name }) => name === leftover.name).map(({ intent }) => intent);
    if (save) put(leftover.intent);
    try {
      if (rest.length) localStorage.setItem(leftover.name, JSON.stringify({ at: 0, intents: rest }));
      else localStorage.removeItem(leftover.name);
    } catch { /* as above */ }
    changed();
  }

  return {
    put, answer, drop, again, settle,
    submit: () => {
      const held = [...entries.values()].filter(({ is }) => is === "held");
      for (const entry of held) entry.is = "queued";
      if (held.length) { kept(); pump(); }
    },
    entries: () => [...entries.values()],
    of: (slot) => entries.get(slot),
    leftovers: () => leftovers,
    leave: () => clearTimeout(timer),
  };
}
