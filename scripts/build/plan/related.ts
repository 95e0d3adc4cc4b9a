import type { Magazine } from "../../../magazine/model.ts";
import { relatedIn } from "../../../magazine/near.ts";
import { hashOf } from "./stamps.ts";

/** Which articles are related to which, as `relatedIn` tells it, and the hash of what that follows from. */
export interface Related {
  readonly of: string;
  readonly places: readonly number[];
}

/** Spares the search for related articles where all that it looks at is as it was. @returns what to keep for the next build */
export function recallRelated({ articles }: Magazine, before: Related | undefined): () => Related {
  const of = hashOf(JSON.stringify(articles.map(({ column, topics }) => [column.slug, topics])));
  const now = relatedIn(articles);
  if (before?.of === of && before.places.length === now.length) now.set(before.places);
  return () => ({ of, places: [...now] });
}
