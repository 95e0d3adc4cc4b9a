// All that a worker is made of, but for its mail. worker.test.ts bundles it.
export { createApp } from "../../../comments-service/http/app.ts";
export { createService, serviceOn } from "../../../comments-service/acts/service.ts";
export { opener } from "../../../comments-service/acts/tell-desk.ts";
export { sendDueLetters } from "../../../comments-service/mail/outbox.ts";
export { openD1 } from "../../../comments-service/store/d1/d1.ts";
export { createSqlStore } from "../../../comments-service/store/sql/store.ts";
export { readSettings } from "../../../comments-service/settings.ts";
