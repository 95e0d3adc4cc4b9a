import type { HeadersView } from "../../magazine/pages/machine-views.ts";

/** What every file below an address is sent with. */
export interface HeaderRule {
  /** A folder, with slashes around it. */
  readonly folder: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/**
 * What a page cannot say in its own head, as a table for every kind of host; a folder's rule adds to that of the whole site, and where both name a header its own
 * counts. A picture opened at its own address may draw and nothing else. Names of pictures and assets carry a hash, so they may be kept for ever.
 */
export function headerRules({ images, preview }: HeadersView): readonly HeaderRule[] {
  const forever = ["Cache-Control", "public, max-age=31536000, immutable"] as const;
  return [
    {
      folder: "/",
      headers: [
        ["X-Content-Type-Options", "nosniff"],
        ["Referrer-Policy", "strict-origin-when-cross-origin"],
        ["Content-Security-Policy", "frame-ancestors 'none'"],
        ["Permissions-Policy", "camera=(), geolocation=(), microphone=()"],
        ...(preview ? ([["X-Robots-Tag", "noindex"]] as const) : []),
      ],
    },
    {
      folder: images,
      headers: [
        [
          "Content-Security-Policy",
          "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox",
        ],
        forever,
      ],
    },
    { folder: "/assets/", headers: [forever] },
  ];
}
