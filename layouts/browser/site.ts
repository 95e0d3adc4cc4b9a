/** The script of every page: fills the counter and fetches the comment widget when it is needed. */

const thread = document.querySelector("comment-thread");
const link = document.querySelector('.by a[href="#kommentare"]');

/** `Kommentare (3)`, in the link at the top and over the thread. */
function showCount(count: number): void {
  for (const place of [link, document.getElementById("kommentare-titel")]) {
    if (place === null) continue;
    const word = (place.textContent ?? "").replace(/ \(\d+\)$/, "");
    place.textContent = `${word} (${count})`;
  }
}

async function askCount(service: string, id: string): Promise<void> {
  const answer = await fetch(`${service}/counts?thread=${encodeURIComponent(id)}`);
  const counts = (await answer.json()) as Record<string, number>;
  const count = counts[id];
  // An id may be the name of something that every object inherits.
  if (answer.ok && typeof count === "number") showCount(count);
}

function load(): void {
  void import("../../comments-service/widget/index.ts");
}

if (thread !== null) {
  document.addEventListener("thread-count", (event) => {
    showCount((event as CustomEvent<{ count: number }>).detail.count);
  });
  const service = thread.getAttribute("service");
  const id = thread.getAttribute("thread");
  // The counter is a nicety: without it the link still leads to the comments.
  if (service !== null && id !== null) askCount(service, id).catch(() => undefined);

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
