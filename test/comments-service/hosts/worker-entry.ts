// What a worker answers with, for a store from elsewhere. worker.test.ts bundles it.
export { createApp } from "../../../comments-service/http/app.ts";
export { createService } from "../../../comments-service/acts/service.ts";
