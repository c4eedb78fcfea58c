// What the extension must find in homs-evacuation.html: an ability that works there works in any report of the kind.

/** Names in the order of their first mark, each with the label of its card. */
export const NAMES = [
  ["al-Waer", "al-Waer"],
  ["Homs", "Homs"],
  ["Syria", "Syria"],
  ["President Assad", "Bashar al-Assad"],
  ["Syrian Arab Army", "Syrian Arab Army"],
  ["Free Syrian Army", "Free Syrian Army"],
  ["Talal Barazi", "Talal Barazi"],
  ["al-Ikhbariya", "Al-Ikhbariyah Syria"],
  ["Jarablus", "Jarablus"],
  ["Turkey", "Turkey"],
  ["AFP", "Agence France-Presse"],
  ["Sputnik News", "Sputnik"],
  ["Idlib", "Idlib"],
  ["Hayat Tahrir al-Sham", "Hayat Tahrir al-Sham"],
  ["Ahrar al-Sham", "Ahrar al-Sham"],
  ["Moon of Alabamma", "Moon of Alabama"],
  ["Lebanon", "Lebanon"],
  ["Hezbollah", "Hezbollah"],
  ["Al Ridwan", "Radwan Force"],
  ["Elijah Magnier", "Elijah J. Magnier"],
  ["Tanf", "al-Tanf"],
  ["US", "United States"],
  ["Suweida", "As-Suwayda"],
  ["Damascus", "Government of Syria"],
  ["Amman", "Government of Jordan"],
];

/** Names that are marked only with every mention shown, because the same card is marked before in that section. */
export const REPEATED = [
  ["Syrian", "Syria"],
  ["SAA", "Syrian Arab Army"],
  ["Turkish", "Turkey"],
];

/** Words that look like names of the pack and are none here, and names outside the article. */
export const UNMARKED = ["us", "Mosul", "Iraq", "Kherson", "Kyiv", "Hodeidah", "Yemen", "World", "Example"];

/**
 * Reported statements in reading order: words at the start of the content, the words of the source, the line of the popup they count under, how
 * direct they are, and the outlet they came through.
 */
export const STATEMENTS = [
  { content: "From today no weapon", source: "Talal Barazi", line: "Talal Barazi", kind: "official", directness: "direct", outlet: "al-Ikhbariya" },
  { content: "clerks and repair crews", source: "The governor", line: "Talal Barazi", kind: "official", directness: "indirect" },
  { content: "Whoever stayed in al-Waer", line: "Talal Barazi", kind: "official", directness: "direct" },
  { content: "Lorries piled with", source: "correspondent", line: "correspondent", kind: "anonymous", directness: "indirect", outlet: "AFP" },
  { content: "They let us take", source: "a man of about sixty", line: "man of about sixty", kind: "anonymous", directness: "direct" },
  { content: "Mine clearers go in first", source: "police officer", line: "police officer", kind: "anonymous", directness: "direct", outlet: "Sputnik News" },
  { content: "Another 600 Russian soldiers", source: "analysts", line: "analysts", kind: "anonymous", directness: "indirect", hedge: true },
  { content: "two men blew themselves up", source: "Moon of Alabamma", line: "Moon of Alabama", directness: "indirect" },
  { content: "Along the frontier", source: "Elijah Magnier", line: "Elijah J. Magnier", kind: "person", directness: "indirect" },
  { content: "it would treat soldiers", source: "Damascus", line: "Government of Syria", kind: "organisation", directness: "indirect" },
  { content: "it means to send any", source: "Amman", line: "Government of Jordan", kind: "organisation", directness: "indirect" },
];
