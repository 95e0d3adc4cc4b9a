import { createWorker } from "./create-worker.ts";

// The service on Cloudflare Workers with D1. `wrangler.jsonc` says what is bound to it and when it is called.
export default createWorker();
