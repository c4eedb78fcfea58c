// Every bound and delay of the page side, each with its reason. Lengths of text in UTF-16 units, times in milliseconds.

/** Text taken from one page. The longest real articles have 200,000; a page beyond this is a data dump, and is cut. */
export const MAX_TEXT = 1_500_000;
/** Names marked on one page; more ranges than this make every change of the page slow. Real text of the longest length has 7,500 at most. */
export const MAX_MARKS = 8_000;
/** Element names kept of the way down to a block; deeper ones (pages nest up to 5,000) say nothing about its place. */
export const MAX_PATH = 32;
/** Elements around a block whose classes and the like are told; those further out hold articles and what lies around them alike. */
export const MAX_HINTS = 8;
/** Length told of one element's classes and the like; longer ones list styles, the telling names come first. */
export const MAX_HINT = 60;
/** `meta` elements handed over; pages carry up to some hundred, the first ones tell the date. */
export const MAX_METAS = 300;
/** Length of one value of the metadata; longer ones are embedded data. */
export const MAX_META_VALUE = 2_000;
/** Headlines and elements that may hold a date handed over; further ones belong to other stories. */
export const MAX_DATED = 150;
/** An element with more children than this is a list or a section, not the holder of a date. */
export const MAX_DATED_CHILDREN = 8;
/** An element with more text than this, white space included, holds a story rather than its date. */
export const MAX_DATED_WHOLE = 1_000;
/** Text kept of such an element; a date with what is said about it is shorter, and so is what tells a headline. */
export const MAX_DATED_TEXT = 200;
/** Elements named in its path, from itself outwards; what lies farther out surrounds the whole page. */
export const MAX_DATED_PATH = 12;
/** Classes, identifier and itemprop kept of each; generated names run to hundreds. */
export const MAX_DATED_HINTS = 60;
/** Total length of the page's JSON-LD; beyond it are product lists. */
export const MAX_JSON_LD = 300_000;

/** A text up to this length is annotated whole again when it grows; of a longer one only what is new, with the context known by then. */
export const MAX_WHOLE = 20_000;
/** Unless what is new is less than one in this many parts of it: a ticker or a clock, which changes nobody's meaning. */
export const LEAST_NEWS = 50;

/** Work done on the page before giving way to it, so that no task nears the 50 ms at which a page feels stuck. */
export const SLICE_MS = 8;
/** Changes are collected until the page has been quiet this long… */
export const CHANGES_QUIET_MS = 250;
/** …but no longer than this, so that a page which never stops changing is still read. */
export const CHANGES_MAX_MS = 1_500;

/** From the pointer resting on a mark to its card. With the frame it is drawn in below 150, which feels immediate. */
export const SHOW_DELAY_MS = 70;
/** The same for a statement, over whose words the pointer passes on its way. */
export const SHOW_STATEMENT_DELAY_MS = 350;
/** From leaving mark and card to the card's going: enough to cross the gap between them. */
export const DISMISS_DELAY_MS = 300;
/** A pointer faster than this is on its way elsewhere. CSS pixels per millisecond. */
export const FAST_POINTER = 1.2;
/** Without a further movement for this long, a fast pointer has come to rest. */
export const REST_MS = 60;
/** After scrolling, marks that came under a resting pointer open nothing for this long. */
export const SCROLL_QUIET_MS = 200;

/** Tolerance around a mark's boxes, because line boxes leave gaps and fingers miss. CSS pixels. */
export const HIT_MARGIN = 2;
/** Between mark and card. CSS pixels. */
export const CARD_GAP = 6;
/** A statement up to this height is left in view by its card; beyond it the card would stand too far from the pointer. CSS pixels. */
export const STATEMENT_HEIGHT = 160;
/** Between card and the window's edge. CSS pixels. */
export const CARD_MARGIN = 8;
/** Wide enough for a line of 60 characters. CSS pixels. */
export const CARD_WIDTH = 400;
/** Tall enough for the facts of most cards; the rest scrolls. CSS pixels. */
export const CARD_HEIGHT = 460;
