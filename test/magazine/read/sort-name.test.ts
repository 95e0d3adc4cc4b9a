import { expect, test } from "vitest";

import { sortNameOf } from "../../../magazine/read/sort-name.ts";

test.each([
  ["Clemens von Lützow", "Lützow, Clemens von"],
  ["Ada Lovelace", "Lovelace, Ada"],
  ["Anna Maria Müller", "Müller, Anna Maria"],
  ["Franziska Gräfin zu Reventlow", "Reventlow, Franziska Gräfin zu"],
  ["Jan van der Meer", "Meer, Jan van der"],
  ["Otto von und zu Gutenfels", "Gutenfels, Otto von und zu"],
  ["Maria de la Cruz Ortega", "Cruz Ortega, Maria de la"],
  ["Karl-Heinz Meyer-Landrut", "Meyer-Landrut, Karl-Heinz"],
  ["Von Trapp", "Trapp, Von"],
  ["Loriot", "Loriot"],
  ["von Trapp", "Trapp, von"],
  ["von der Leyen", "Leyen, von der"],
  ["Anna da", "da, Anna"],
  ["  Bert   Zander ", "Zander, Bert"],
])("%s is ordered as %s", (name, sortName) => {
  expect(sortNameOf(name)).toBe(sortName);
});
