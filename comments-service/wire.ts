/**
 * What travels between the page, the service and the magazine. The only file of the service that others may import.
 * It only grows: page and service are deployed apart. Times are ISO 8601 in UTC; errors are RFC 9457 problem details.
 */
export * from "./wire/answers.ts";
export * from "./wire/requests.ts";
