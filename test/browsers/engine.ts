/** A browser as the walk uses it: what a reader does with pointer and keys, and what a page tells. */
export interface Engine {
  name: string;
  /** Opens an address and waits until the page is loaded. */
  go: (address: string) => Promise<void>;
  /** What an expression in the page is, as JSON. */
  ask: <Value>(expression: string) => Promise<Value>;
  /** Presses the pointer on the middle of the first element that the selector finds, after that has been scrolled to. */
  click: (selector: string) => Promise<void>;
  /** Presses and releases keys, one after the other: `Tab`, `Enter`, or each sign of a text. */
  press: (...keys: string[]) => Promise<void>;
  /** Sets the size of the page, in CSS pixels. */
  resize: (width: number, height: number) => Promise<void>;
  /** A PNG of what is seen. */
  picture: () => Promise<Buffer>;
  /** The page on paper, as a PDF, where the browser's protocol can print. */
  print?: () => Promise<Buffer>;
  /** What the browser has complained about since this was asked last. */
  complaints: () => Promise<string[]>;
  close: () => Promise<void>;
}

/** The signs that stand for keys in both protocols (WebDriver, 17.4.2). */
const keySigns: Readonly<Record<string, string>> = {
  Tab: "\uE004",
  Enter: "\uE006",
  Shift: "\uE008",
};

/** The input of a sequence of keys, as both protocols take it. */
export function keyActions(keys: readonly string[]) {
  const signs = keys.flatMap((key) => keySigns[key] ?? Array.from(key));
  const actions = signs.flatMap((value) => [
    { type: "keyDown", value },
    { type: "keyUp", value },
  ]);
  return [{ type: "key", id: "keyboard", actions }];
}

/** The input of a click there, in CSS pixels of what is seen. */
export function clickActions({ x, y }: { x: number; y: number }) {
  const actions = [
    { type: "pointerMove", x: Math.round(x), y: Math.round(y) },
    { type: "pointerDown", button: 0 },
    { type: "pointerUp", button: 0 },
  ];
  return [{ type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions }];
}

/** An expression that scrolls to an element and is the middle of it; null where there is none that one could press. */
export function middleOf(selector: string): string {
  return `(() => {
    const found = document.querySelector(${JSON.stringify(selector)});
    found?.scrollIntoView({ block: "center", behavior: "instant" });
    const box = found?.getClientRects()[0];
    return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
  })()`;
}

/** Asks until the expression is true, for at most ten seconds. */
export async function until(engine: Engine, expression: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    // While one page gives way to another there is nothing to ask.
    if (await engine.ask<boolean>(`Boolean(${expression})`).catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const seen = await engine.ask<string>("document.body.innerText.slice(-900)");
  throw new Error(`${seen}\n${engine.name}: the page ends so; waited in vain for ${expression}`);
}
