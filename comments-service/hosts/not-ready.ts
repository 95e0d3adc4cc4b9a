/** What anybody gets while the service cannot start; why, only the log says. */
export function notReady(): Response {
  const title = "The service is not ready";
  return Response.json(
    { type: "about:blank", title, status: 503 },
    {
      status: 503,
      headers: {
        "Content-Type": "application/problem+json",
        "Cache-Control": "no-store",
        "Retry-After": "30",
      },
    },
  );
}
