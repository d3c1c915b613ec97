// Keys and small comforts. Every page works without this file: it only moves between what is there already.

const ROWS = ".rows summary, .rows [data-row], .rows > article > h3";
const rows = () => [...document.querySelectorAll(ROWS)].filter((row) => row.checkVisibility());
const field = () => document.getElementById("find");

function move(step) {
  const all = rows();
  if (!all.length) return;
  const at = all.indexOf(document.activeElement);
  const next = all[Math.min(all.length - 1, Math.max(0, at < 0 ? (step > 0 ? 0 : all.length - 1) : at + step))];
  if (!next.hasAttribute("tabindex")) next.tabIndex = 0;
  next.focus();
  next.scrollIntoView({ block: "nearest" });
}

// Rows that are links or open by themselves do so at Enter; of others it is the first thing in them that does.
function open() {
  const row = document.activeElement;
  if (!rows().includes(row) || row.matches("a, summary")) return false;
  const whole = row.closest("li, tr, article") ?? row;
  whole.querySelector("summary, a[href]")?.click();
  return true;
}

const keys = {
  "/": () => field()?.focus(),
  j: () => move(1),
  k: () => move(-1),
  "?": () => document.getElementById("keys").showModal(),
  Escape: () => document.activeElement?.blur(), // a dialog closes by itself
};

function typing(element) {
  return element.matches("input, select, textarea, [contenteditable]");
}

// In the review: the button of the question or decision that is chosen; undo, if none is, the last decision's.
function ruling(key) {
  const button = `button[data-rule="${CSS.escape(key)}"]`;
  const row = document.activeElement?.closest("main article, main li");
  return row?.querySelector(button) ?? (key === "u" ? document.querySelector(button) : null);
}

// What a key leads to: from the row that is chosen, or else from what is to be seen of the page; or from the menu.
function leadsTo(key) {
  const link = `a[data-key="${CSS.escape(key)}"]`;
  const row = document.activeElement?.closest("main li, main tr, main article");
  const here = row ? row.querySelector(link) : [...document.querySelectorAll(`main ${link}`)].find((each) => each.checkVisibility());
  return here ?? (key === "s" && row ? besideAnother(row) : null) ?? document.querySelector(`.menu ${link}`);
}

// A row of one report: what to put beside it is chosen there.
function besideAnother(row) {
  const report = row.querySelector('a[href^="/reports/"]')?.pathname.split("/")[2];
  return report ? Object.assign(document.createElement("a"), { href: `/compare?a=${report}` }) : null;
}

// An address that ends in the id of a row leads the keyboard there: after a decision to the next question.
function arrive() {
  const there = location.hash && document.getElementById(location.hash.slice(1));
  if (!there && !document.querySelector(".recorded")) return;
  if (there?.matches("details")) there.open = true;
  const row = there ? rows().find((each) => there.contains(each) || each.contains(there)) : rows()[0];
  row?.focus({ preventScroll: Boolean(there) });
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (typing(event.target) && event.key !== "Escape") return;
  if (document.querySelector("dialog[open]")) return;
  if (event.key === "Enter") return void (open() && event.preventDefault());
  const leads = ruling(event.key) ?? leadsTo(event.key);
  const act = keys[event.key] ?? (leads && (() => leads.click()));
  if (!act) return;
  event.preventDefault();
  act();
});

addEventListener("hashchange", arrive);
addEventListener("load", arrive); // not before: the browser itself goes to the address until then

// What takes long says so: a page that is on its way, and a story that is being linked.

const told = document.body.appendChild(Object.assign(document.createElement("p"), { className: "loading" }));
told.setAttribute("role", "status");

const LONG = 400; // milliseconds: what comes sooner needs no word
let waiting = 0;

function wait() {
  clearTimeout(waiting);
  waiting = setTimeout(() => (told.textContent = "Loading …"), LONG);
}

function leaves(link) {
  const there = new URL(link.href);
  const here = there.pathname === location.pathname && there.search === location.search;
  return there.origin === location.origin && !here && !/\.(csv|json)$/.test(there.pathname);
}

document.addEventListener("submit", wait);
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href]:not(.copy)");
  const kept = event.button || event.ctrlKey || event.metaKey || event.shiftKey;
  if (link && !kept && leaves(link)) wait();
});
addEventListener("pageshow", () => {
  clearTimeout(waiting);
  told.textContent = "";
});

const linking = document.getElementById("linking");

function isUnderWay(banner) {
  return banner?.dataset.underWay !== undefined;
}

async function linked() {
  const answer = await fetch(location.href).catch(() => null); // the same as before is not sent again
  const page = answer && new DOMParser().parseFromString(await answer.text(), "text/html");
  const now = page?.getElementById("linking");
  if (!page || isUnderWay(now)) return setTimeout(linked, 2000);
  if (now) return linking.replaceChildren(now.textContent); // it cannot be linked, and why
  const link = Object.assign(document.createElement("a"), { href: location.href, textContent: "Show it as it is now" });
  linking.replaceChildren("The story has been linked by the last decisions. ", link);
  link.addEventListener("click", (event) => (event.preventDefault(), location.reload()));
}

if (isUnderWay(linking)) setTimeout(linked, 1000);

// "cite" leads to the words by which a sentence is cited; here they are copied instead, and if that fails, it leads there.

async function citation(address) {
  const answer = await fetch(address);
  return new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("citation").textContent;
}

for (const button of document.querySelectorAll("button.copy")) button.hidden = false;

document.addEventListener("click", async (event) => {
  const asked = event.target.closest(".copy");
  if (!asked || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  try {
    const text = asked.href ? await citation(asked.href) : document.getElementById("citation").textContent;
    await navigator.clipboard.writeText(text);
    told.textContent = asked.textContent = "copied";
    setTimeout(() => (told.textContent = ""), 2000);
  } catch {
    if (asked.href) location.assign(asked.href);
  }
});
