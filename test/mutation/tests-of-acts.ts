/**
 * Which tests are about each act: a mutation run asks them what they notice of its changes. Others reach it, too, but would only take
 * longer. They stand in `test/comments-service`.
 */
export const testsOfActs: Readonly<Record<string, readonly string[]>> = {
  account: ["acts/account", "acts/in-between", "mine", "notifications", "own-comments"],
  "act-links": ["http/desk/act-links"],
  answer: ["http/desk/answers"],
  confirm: ["acts/confirm", "acts/in-between", "confirming", "holding"],
  "decide-notice": ["acts/decide-notice", "notices", "objections"],
  "known-network": ["acts/known-network", "mine"],
  letters: ["acts/letters", "mine", "sessions"],
  magazine: ["acts/magazine", "magazine", "moved-article"],
  moderate: ["http/desk/acts", "http/desk/telling", "http/desk/taking-back", "notifications"],
  notice: ["acts/decide-notice", "acts/notice", "notices", "objections"],
  notes: ["http/desk/notes"],
  payment: ["challenge", "domain/image-code/image-code", "posting"],
  post: ["acts/in-between", "acts/post", "confirming", "own-comments", "posting", "rates"],
  readiness: ["acts/readiness"],
  refusal: ["acts/confirm", "posting"],
  report: ["acts/report", "reports"],
  senders: ["acts/senders", "rates"],
  service: ["acts/service", "rotating-secret"],
  settle: ["acts/in-between", "holding", "notifications"],
  "sign-in": ["acts/sign-in", "http/desk/signing-in", "mine", "sessions"],
  switches: ["acts/switches", "http/desk/switches"],
  "text-blocks": ["http/desk/text-blocks"],
  tell: ["http/desk/telling", "notifications"],
  "tell-desk": ["acts/tell-desk", "objections", "reports"],
};
