import { expect, test } from "vitest";
import { closestAmong } from "../../../../comments-service/commands/import/closest.ts";

const named = (slugs: readonly string[]) => slugs.map((slug) => ({ id: `id-${slug}`, slug }));

test("the slug that shares most words was meant, when it shares half of them; of equal ones the first", () => {
  const closest = closestAmong(
    named(["elf-tueren", "elf-tueren-und-ein-flur", "der-flur", "der-letzte-flur"]),
  );
  expect(closest("elf-tueren-neu")).toBe("id-elf-tueren");
  expect(closest("ein-flur-und-elf-tueren")).toBe("id-elf-tueren-und-ein-flur");
  expect(closest("der-erste-flur")).toBe("id-der-flur");
  expect(closest("letzte")).toBeNull();
  expect(closest("")).toBeNull();
});

test("a word that all share does not hide the one that says which", () => {
  const slugs = Array.from({ length: 5000 }, (_, at) => `der-artikel-${at}-ueber-marken`);
  const closest = closestAmong(named(slugs));
  expect(closest("der-neue-artikel-4321-ueber-marken")).toBe("id-der-artikel-4321-ueber-marken");
});

test.each<[string, (at: number) => string]>([
  ["slugs that share all words but one", (at) => `der-artikel-${at}-ueber-marken`],
  ["slugs that share all words", () => "der-artikel-ueber-marken"],
])("the work grows with slugs and questions, not with both: %s", (_, slugAt) => {
  const cost = (count: number) => {
    const slugs = Array.from({ length: count }, (__, at) => slugAt(at));
    const before = process.threadCpuUsage().user;
    const closest = closestAmong(named(slugs));
    for (const slug of slugs) closest(`ein-${slug}`);
    return process.threadCpuUsage().user - before;
  };
  // So many that the bound is reached; once before it counts, so that the machine knows the code.
  cost(1000);
  const small = Math.min(cost(1000), cost(1000));
  // Linear is four times as much, both together 16 times.
  const large = Math.min(cost(1000 * 4), cost(1000 * 4));
  expect(large / small).toBeLessThan(10);
});
