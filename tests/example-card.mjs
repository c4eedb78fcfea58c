// A made-up card with something in each of its parts, for tests of how cards are drawn.

/** A fact of a card; `more` replaces its fields. */
export const fact = (heading, text, standing, more = {}) => ({
  heading,
  text,
  when: "since 17 July 2000",
  entity: null,
  standing,
  accordingTo: null,
  citations: [0],
  ...more,
});

export const CARD = {
  entity: "x:example",
  label: "Example Town",
  kind: "city or town",
  description: "A town that stands for others.",
  role: "Seat of Example Province",
  onDate: [
    fact("Mayor", "Ada Example", "endedSince", { entity: "x:ada" }),
    fact("Control", "the council", "endUnknown", { accordingTo: "Example Agency", citations: [1] }),
  ],
  since: [fact("Event", "The bridge was opened.", "cameLater")],
  earlier: [fact("Mayor", "Ben Example", "endedBefore")],
  citations: [
    { title: "Example Gazette", url: "https://gazette.example/", publisher: "Example Press", date: "2017-05" },
    { title: "Census", url: null, publisher: "Example Office", date: null },
  ],
  more: "https://example.org/",
  asOf: "2017-05-22",
  dateBasis: "page",
  knownTo: "2026-01-22",
};
