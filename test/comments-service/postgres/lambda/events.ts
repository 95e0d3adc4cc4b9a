// Events as AWS documents them: of a function URL and an HTTP API (payload 2.0), and of EventBridge.

export interface HttpEvent {
  method?: string;
  path: string;
  query?: string;
  headers?: Record<string, string>;
  cookies?: string[];
  body?: string;
}

/** A form of the service's own pages. */
export const form = (path: string, fields: Record<string, string>): HttpEvent => ({
  method: "POST",
  path,
  headers: {
    "sec-fetch-site": "same-origin",
    "content-type": "application/x-www-form-urlencoded",
  },
  body: new URLSearchParams(fields).toString(),
});

/** What both kinds of HTTP events have alike. */
function httpEvent({ method = "GET", path, query = "", headers = {}, cookies, body }: HttpEvent) {
  return {
    version: "2.0",
    routeKey: "$default",
    rawPath: path,
    rawQueryString: query,
    ...(cookies === undefined ? {} : { cookies }),
    headers: {
      accept: "*/*",
      "x-amzn-trace-id": "Root=1-5e6722a7-cc56xmpl46db7ae02d4da47e",
      "x-forwarded-for": "203.0.113.66",
      "x-forwarded-port": "443",
      "x-forwarded-proto": "https",
      ...headers,
    },
    requestContext: {
      accountId: "123456789012",
      apiId: "r3pmxmplak",
      domainName: "",
      domainPrefix: "r3pmxmplak",
      http: {
        method,
        path,
        protocol: "HTTP/1.1",
        sourceIp: "198.51.100.7",
        userAgent: "Mozilla/5.0",
      },
      requestId: "JKJaXmPLvHcESHA=",
      routeKey: "$default",
      stage: "$default",
      time: "30/Nov/2026:05:16:23 +0000",
      timeEpoch: 1_796_015_783_000,
    },
    ...(body === undefined ? {} : { body }),
    isBase64Encoded: false,
  };
}

/** A function URL sends what is not text in base64, and forms as well. */
export function ofFunctionUrl(request: HttpEvent) {
  const event = httpEvent(request);
  const domainName = "r3pmxmplak.lambda-url.eu-central-1.on.aws";
  return {
    ...event,
    requestContext: { ...event.requestContext, domainName },
    ...(request.body === undefined
      ? {}
      : { body: Buffer.from(request.body).toString("base64"), isBase64Encoded: true }),
  };
}

export function ofHttpApi(request: HttpEvent) {
  const event = httpEvent(request);
  const domainName = "r3pmxmplak.execute-api.eu-central-1.amazonaws.com";
  return { ...event, requestContext: { ...event.requestContext, domainName } };
}

/** @param source a rule's `aws.events`, or `aws.scheduler`. */
export const scheduled = (source: "aws.events" | "aws.scheduler") => ({
  version: "0",
  id: "53dc4d37-cffa-4f76-80c9-8b7d4a4d2eaa",
  "detail-type": "Scheduled Event",
  source,
  account: "123456789012",
  time: "2026-11-30T05:16:00Z",
  region: "eu-central-1",
  resources: ["arn:aws:events:eu-central-1:123456789012:rule/every-minute"],
  detail: source === "aws.events" ? {} : "{}",
});
