// Keys and small comforts. Every page works without this file: it only moves between what is there already.

const rows = () => [...document.querySelectorAll(".rows summary, .rows [data-row]")].filter((row) => row.offsetParent);
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

const keys = {
  "/": () => field()?.focus(),
  j: () => move(1),
  k: () => move(-1),
  Escape: () => (document.querySelector("dialog[open]") ?? document.activeElement)?.[document.querySelector("dialog[open]") ? "close" : "blur"](),
};

function typing(element) {
  return element.matches("input, select, textarea, [contenteditable]");
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (typing(event.target) && event.key !== "Escape") return;
  const leads = document.querySelector(`.menu a[data-key="${CSS.escape(event.key)}"]`);
  const act = keys[event.key] ?? (leads && (() => leads.click()));
  if (!act) return;
  event.preventDefault();
  act();
});
