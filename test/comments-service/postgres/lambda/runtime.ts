import { pathToFileURL } from "node:url";

// Stands where Amazon's runtime does: loads the handler, hands it one event after the other, and says what it answered.
interface Invocation {
  event: unknown;
  milliseconds: number;
}
type Handler = (event: unknown, context: { getRemainingTimeInMillis: () => number }) => unknown;

const { handler } = (await import(pathToFileURL(process.argv[2] ?? "").href)) as {
  handler: Handler;
};

process.on("message", ({ event, milliseconds }: Invocation) => {
  const end = Date.now() + milliseconds;
  const context = { getRemainingTimeInMillis: () => end - Date.now() };
  Promise.resolve(handler(event, context)).then(
    (result) => process.send?.({ result: result ?? null }),
    (error: unknown) => process.send?.({ error: String(error) }),
  );
});
process.send?.("ready");
