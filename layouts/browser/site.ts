/** The script of every page: fills in how many comments there are, and fetches the comment widget when it is needed. */

const thread = document.querySelector("comment-thread");
const link = document.querySelector('.by a[href="#kommentare"]');
const listed = [...document.querySelectorAll<HTMLElement>("[data-thread]")];
const isGerman = document.documentElement.lang === "de";
/** The service takes so many threads at once. */
const most = 90;

/** `Kommentare (3)`, in the link at the top and over the thread. */
function showCount(count: number): void {
  for (const place of [link, document.getElementById("kommentare-titel")]) {
    if (place === null) continue;
    const word = (place.textContent ?? "").replace(/ \(\d+\)$/, "");
    place.textContent = `${word} (${count})`;
  }
}

/** How many comments these threads have; those that the service does not know are left out. */
async function askCounts(service: string, ids: string[]): Promise<Record<string, number>> {
  const query = ids.map((id) => `thread=${encodeURIComponent(id)}`).join("&");
  const answer = await fetch(`${service}/counts?${query}`);
  return answer.ok ? ((await answer.json()) as Record<string, number>) : {};
}

/** `3 Kommentare`, in each article of a list. */
async function countListed(service: string): Promise<void> {
  const ids = new Set(listed.map(({ dataset }) => dataset["thread"] ?? ""));
  const counts = await askCounts(service, [...ids].slice(0, most));
  for (const place of listed) {
    const id = place.dataset["thread"] ?? "";
    const count = Object.hasOwn(counts, id) ? (counts[id] ?? 0) : 0;
    const word = isGerman
      ? `Kommentar${count === 1 ? "" : "e"}`
      : `comment${count === 1 ? "" : "s"}`;
    if (count > 0) place.textContent = `${count} ${word}`;
  }
}

/** The browser's own way to share, and to copy the address, where it has them; both stand in what 'mehr …' opens. */
function offerShare(): void {
  const [send, copy] = document.querySelectorAll<HTMLButtonElement>(".share button");
  const url = document.querySelector<HTMLLinkElement>('[rel="canonical"]')?.href;
  const offer = (button: HTMLButtonElement, act: () => Promise<unknown>) => {
    button.hidden = false;
    (button.closest("details") ?? button).hidden = false;
    // Who thinks better of it breaks it off, and a browser may refuse; the address stands above, all the same.
    button.addEventListener("click", () => void act().catch(() => undefined));
  };
  if (send === undefined || copy === undefined || url === undefined) return;
  const { share, clipboard } = navigator as Partial<Navigator>;
  if (share !== undefined) offer(send, () => navigator.share({ title: document.title, url }));
  if (clipboard !== undefined)
    offer(copy, async () => {
      await clipboard.writeText(url);
      const said = copy.nextElementSibling;
      if (said !== null) said.textContent = copy.dataset["done"] ?? "";
    });
}

function load(): void {
  // Whoever leaves the page meanwhile breaks it off; that is no mistake.
  Promise.all([
    import("./thread-style.ts"),
    import("../../comments-service/widget/index.ts"),
  ]).catch(() => undefined);
}

if (thread !== null) {
  document.addEventListener("thread-count", (event) => {
    showCount((event as CustomEvent<{ count: number }>).detail.count);
  });
  const service = thread.getAttribute("service");
  const id = thread.getAttribute("thread");
  // The counter is a nicety: without it the link still leads to the comments.
  if (service !== null && id !== null)
    askCounts(service, [id])
      // An id may be the name of something that every object inherits.
      .then((counts) => Object.hasOwn(counts, id) && showCount(counts[id] ?? 0))
      .catch(() => undefined);

  // A link to a comment or to the comments needs them at once; others when they come near.
  const wanted = () => location.hash.startsWith("#kommentar");
  const near = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      near.disconnect();
      load();
    },
    { rootMargin: "800px" },
  );
  near.observe(thread);
  if (wanted()) load();
  addEventListener("hashchange", () => wanted() && load());
}

offerShare();

const service = document.querySelector("main")?.dataset["service"];
if (service !== undefined && listed.length > 0) countListed(service).catch(() => undefined);
