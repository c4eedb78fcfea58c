// The page side: reads the page, has it annotated, and joins marks, card and sources together; leaves nothing behind when it ends.
import { extension, isAlive, say } from "../extension-api.ts";
import { ask, type Command, type Instance, type PageStatus, RequestFailed, type Start } from "../messages.ts";
import { refusalOf, type Scope, watchRefusals } from "../refusals.ts";
import { type Settings, watchSettings } from "../settings.ts";
import type { Card, Failure, PageClues } from "../wire.ts";
import { Annotations, isMark, lengthOf, type Mark, type Report, writtenForm } from "./annotations.ts";
import { CardView } from "./card/card.ts";
import { type Block, collectBlocks } from "./collect-blocks.ts";
import { collectClues } from "./collect-clues.ts";
import { fillIn, findCard } from "./find-cards.ts";
import { HitTest, rangesOf } from "./hit-test.ts";
import { MAX_TEXT } from "./limits.ts";
import { isPaintable, Painter } from "./paint-highlights.ts";
import { RefusalsHere } from "./refusals-here.ts";
import { bringIntoView, stepFrom } from "./step-marks.ts";
import { liesIn, PageWatcher } from "./watch-page.ts";
import { watchPointer } from "./watch-pointer.ts";

class PageSide implements Instance {
  #settings: Settings;
  #sourcesShown: boolean;
  #failure: Failure | null = null;
  #annotations = new Annotations();
  /** What the page says about itself, as it was last sent. */
  #clues: PageClues | null = null;
  #cut = false;
  /** The page date that the reader has set for this document; forgotten with it. */
  #givenDate: string | null = null;
  readonly #refusals = new RefusalsHere();
  readonly #looked = this.#refusals.look(); // answered by storage while the page is walked
  /** Whether statements are to be found as well: most pages are left before anybody asks for them. */
  #wantsReports: boolean;
  readonly #asked: boolean;
  readonly #shadowRoots = new Set<ShadowRoot>();
  readonly #painter: Painter;
  readonly #card: CardView;
  #watcher: PageWatcher | undefined;
  #hits = new HitTest([], [], this.#shadowRoots);
  #marks: Mark[] = [];
  #reports: Report[] = [];
  /** What the reader has last gone to by key, or from the list of sources. */
  #stepped: Mark | Report | null = null;
  #jumped = false;
  #ended = false;
  /** Ends the listeners in the page; they are attached anew when the document is. */
  #unlisten: (() => void) | undefined;
  /** Ends the listeners in the extension's interface, which an orphan no longer has. */
  #forget: (() => void) | undefined;
  /** The reading in progress; a new one waits for it, so that replies come in order. */
  #reading: Promise<void> = Promise.resolve();

  constructor(start: Start) {
    this.#settings = start.settings;
    this.#sourcesShown = start.settings.sources;
    this.#wantsReports = start.settings.sources;
    this.#asked = start.asked;
    this.#painter = new Painter(start.highlights);
    this.#card = new CardView({
      find: (entity, asOf) => this.#findCard(entity, asOf),
      opened: (target) => this.#cardOpened(target),
      refused: (mark, scope) => void this.#refuse(mark, scope),
    });
    extension.runtime.onMessage.addListener(this.#told);
    const unwatchSettings = watchSettings(() => this.#inTurn(() => this.#settingsChanged()));
    const unwatchRefusals = watchRefusals(() => void this.#refusalsChanged());
    this.#forget = () => {
      extension.runtime.onMessage.removeListener(this.#told);
      unwatchSettings();
      unwatchRefusals();
    };
    if (!isPaintable()) {
      this.#failure = { code: "browser-too-old", message: "" };
      return;
    }
    this.#listen();
    this.#read(null);
  }

  destroy(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#card.hide();
    this.#painter.destroy();
    this.#watcher?.destroy();
    this.#unlisten?.();
    if (isAlive()) this.#forget?.();
    if (globalThis.__gloss === this) globalThis.__gloss = undefined;
  }

  /** Whether this page side still has an extension behind it; ends it, without a word, when not. */
  #isAlive(): boolean {
    if (!this.#ended && !isAlive()) this.destroy();
    return !this.#ended;
  }

  /** Attaches what a document loses when it is written anew: listeners and observers. */
  #listen(): void {
    this.#watcher?.destroy();
    this.#watcher = new PageWatcher({
      changed: (roots) => {
        if (this.#isAlive()) this.#read(roots);
      },
      replaced: () => {
        if (!this.#isAlive()) return;
        this.#givenDate = null;
        this.#reset();
        this.#listen();
        this.#read(null);
      },
    });
    for (const root of this.#shadowRoots) this.#watcher.watch(root);
    this.#unlisten?.();
    const unwatch = watchPointer({
      find: (x, y) => this.#hits.at(x, y),
      over: (target, x, y) => {
        if (this.#isAlive()) this.#over(target, x, y);
      },
      overCard: () => {
        if (this.#isAlive()) this.#card.overCard();
      },
      clicked: (target, x, y, inLink) => {
        if (!this.#isAlive()) return;
        this.#clearJump();
        // A link under the mark keeps its click.
        if (target && !inLink) this.#card.open(target, false, { x, y });
        else this.#card.clickedOutside();
      },
      scrolled: (scroller) => {
        if (this.#isAlive()) this.#card.scrolled(scroller);
      },
    });
    const stop = new AbortController();
    addEventListener("pageshow", (event) => event.persisted && void this.#revalidate(), { signal: stop.signal });
    addEventListener("pagehide", () => this.#card.hide(), { signal: stop.signal });
    this.#unlisten = () => {
      unwatch();
      stop.abort();
    };
  }

  #over(target: Mark | Report | null, x: number, y: number): void {
    if (target) this.#painter.restore();
    if (this.#settings.marks === "pointer") this.#painter.paintMarks(target && isMark(target) ? [target] : []);
    this.#card.over(target, x, y);
  }

  /** Forgets the page that was. */
  #reset(): void {
    this.#card.hide();
    this.#annotations = new Annotations();
    this.#shadowRoots.clear();
    this.#cut = false;
    this.#failure = null;
    this.#stepped = null;
    this.#show();
  }

  /** Has statements found from now on, and those of what has been read already. */
  #findReports(): void {
    if (this.#wantsReports) return;
    this.#wantsReports = true;
    this.#read([]);
  }

  /** Reads the page, or those parts of it, and has what is new annotated. */
  #read(roots: Element[] | null): void {
    this.#inTurn(() => this.#readNow(roots));
  }

  /** Does that once all before it is done; whoever gives a command meanwhile waits for it. */
  #inTurn(step: () => Promise<void>): void {
    this.#reading = this.#reading.then(step).catch((error: unknown) => {
      if (!this.#isAlive()) return;
      this.#failure = error instanceof RequestFailed ? error.failure : { code: "internal", message: String(error) };
    });
  }

  async #readNow(roots: Element[] | null): Promise<void> {
    if (!this.#isAlive()) return;
    const annotations = this.#annotations;
    const isReplaced = roots ? (block: Block) => liesIn(block.container, roots) : () => true;
    const elsewhere = lengthOf(annotations.blocks.filter((block) => !isReplaced(block)));
    const findings = await collectBlocks(roots, MAX_TEXT - elsewhere);
    await this.#looked;
    if (!this.#isAlive() || annotations !== this.#annotations) return;
    this.#cut ||= findings.cut;
    this.#watcher?.noteHidden(findings.hidden);
    for (const root of findings.shadowRoots) {
      if (!this.#shadowRoots.has(root)) this.#watcher?.watch(root);
      this.#shadowRoots.add(root);
    }
    const statements = this.#wantsReports;
    const { sent, context } = annotations.toSend(annotations.replace(findings.blocks, isReplaced), statements);
    let bare: Card[] = [];
    if (sent.length > 0) {
      // The head is often written late, so it is read with each request until an answer has fixed the page's date.
      const clues = (context && this.#clues) || collectClues();
      this.#clues = clues;
      const reply = await ask("annotate", {
        text: sent.map((block) => block.text).join("\n"),
        body: {
          clues,
          blocks: sent.map((block) => block.clues),
          context,
          asked: this.#asked,
          givenDate: this.#givenDate,
          refusals: this.#refusals.all.map(({ form, entity }) => ({ form, entity })),
          statements,
          allActs: this.#settings.allActs,
        },
      });
      if (!this.#isAlive() || annotations !== this.#annotations) return;
      this.#failure = null;
      bare = annotations.add(sent, reply);
      annotations.hasReports = statements;
    }
    this.#show();
    if (bare.length > 0) await this.#fillIn(bare);
  }

  /** Has cards told in full that came with no more than names. Marks go again whose cards can't be had. */
  async #fillIn(cards: Card[]): Promise<void> {
    await fillIn(cards).catch((error) => {
      if (this.#isAlive()) this.#reset();
      throw error;
    });
    this.#card.redraw();
  }

  /** Paints what is known, and closes a card whose mark has gone. */
  #show(): void {
    const { marks } = this.#settings;
    this.#marks = this.#annotations.marks(marks === "first" ? "first" : "all");
    this.#reports = this.#sourcesShown ? this.#annotations.reports() : [];
    this.#hits = new HitTest(this.#marks, this.#reports, this.#shadowRoots);
    this.#painter.paintMarks(marks === "pointer" ? [] : this.#marks);
    this.#painter.paintReports(this.#reports);
    const { target } = this.#card;
    if (target && !this.#shown().includes(target)) this.#card.hide();
  }

  /** What a card can be opened on. */
  #shown(): (Mark | Report)[] {
    return [...this.#marks, ...this.#reports];
  }

  /** Shows what the card is about; a statement together with its source. */
  #cardOpened(target: Mark | Report | null): void {
    this.#jumped = false;
    // What the card had to say of a refusal has been read; now its mark may go.
    if (!target && this.#refusals.unkept) void this.#refusalsChanged();
    const source = target && !isMark(target) ? target.source : [];
    this.#painter.paintOpen(target ? [...rangesOf(target), ...source] : []);
  }

  #clearJump(): void {
    if (!this.#jumped) return;
    this.#jumped = false;
    this.#painter.paintOpen([]);
  }

  async #findCard(entity: string, asOf: string | null): Promise<Card | null> {
    const known = this.#annotations.card(entity, asOf ?? this.#annotations.context?.page.knownTo ?? "");
    return known ?? (this.#isAlive() ? findCard(entity, asOf) : null);
  }

  /** Has the page read anew if other refusals hold here than before. */
  async #refusalsChanged(): Promise<void> {
    if (!this.#isAlive() || !(await this.#refusals.look()) || !this.#isAlive()) return;
    this.#reset();
    this.#read(null);
  }

  async #refuse(mark: Mark, scope: Scope): Promise<void> {
    const refusal = refusalOf(writtenForm(mark), mark.card.entity, mark.card.label, scope, location.href);
    if (!refusal || !this.#isAlive()) return;
    await this.#refusals.add(refusal);
    if (this.#refusals.unkept && this.#card.target === mark) this.#card.tell(say("refusalUnkept"));
    else await this.#refusalsChanged();
  }

  /** Goes on by the settings as they are now, or where none can be had as they were; ends where the reader has switched this page off. */
  async #settingsChanged(): Promise<void> {
    if (!this.#isAlive()) return;
    const settings = await ask("settings", {}).catch(() => this.#settings); // of a background that is just being updated
    if (!settings || !this.#isAlive()) return this.destroy();
    const otherActs = settings.allActs !== this.#settings.allActs;
    this.#settings = settings;
    if (otherActs) {
      this.#reset();
      this.#read(null);
    } else this.#show();
  }

  /** After the page came back from the back-forward cache: the world may have gone on. */
  async #revalidate(): Promise<void> {
    await this.#settingsChanged();
    await this.#refusalsChanged();
    this.#read(null);
  }

  #status(): PageStatus {
    const { context, cut, namesCut } = this.#annotations;
    const outlet = context?.page.outlet?.entity;
    return {
      sourcesShown: this.#sourcesShown,
      page: context?.page ?? null,
      outlet: (outlet && this.#annotations.card(outlet, context.page.asOf)) || null,
      asked: this.#asked,
      names: this.#annotations.marks("all").length,
      refusals: this.#refusals.all,
      passing: this.#refusals.passing,
      unkept: this.#refusals.unkept,
      statements: this.#annotations.reports().filter(({ act }) => act === "statement").length,
      sources: this.#annotations.sources(),
      cut: cut ?? (this.#cut || namesCut ? extension.i18n.getMessage("pageCut") : null),
      failure: this.#failure,
    };
  }

  async answer(command: Command): Promise<PageStatus | null> {
    await this.#reading;
    if (!this.#isAlive()) {
      // Replaced while it was reading: whoever gave the command still waits for an answer.
      const successor = globalThis.__gloss;
      return successor && successor !== this ? successor.answer(command) : null;
    }
    await this.#obey(command);
    // Whoever shows how things stand shows the sources, too.
    if (command.command !== "step") this.#findReports();
    await this.#reading;
    return this.#status();
  }

  async #obey(command: Command): Promise<void> {
    switch (command.command) {
      case "status":
        break;
      case "toggleSources":
        this.#sourcesShown = !this.#sourcesShown;
        this.#show();
        break;
      case "setDate":
        this.#givenDate = command.date;
        this.#reset();
        this.#read(null);
        break;
      case "takeBack":
        await this.#refusals.takeBack(command.key);
        await this.#refusalsChanged();
        break;
      case "step": {
        const target = stepFrom(this.#annotations.blocks, this.#shown(), this.#card.target ?? this.#stepped, command.by);
        if (!target) break;
        this.#stepped = target;
        bringIntoView(rangesOf(target)[0]!);
        this.#card.open(target, true);
        break;
      }
      case "jump": {
        const report = this.#annotations.reports().find(({ act, line }) => act === "statement" && line.key === command.source);
        if (!report) break;
        if (!this.#sourcesShown) {
          this.#sourcesShown = true;
          this.#show();
        }
        this.#card.hide();
        this.#stepped = report;
        bringIntoView(report.source[0] ?? report.content[0]!);
        this.#painter.paintOpen(report.source.length > 0 ? report.source : report.content);
        this.#jumped = true;
        break;
      }
    }
  }

  readonly #told = (
    message: Command | undefined,
    sender: chrome.runtime.MessageSender,
    respond: (status: PageStatus | null) => void,
  ): boolean => {
    if (sender.id !== extension.runtime.id || typeof message?.command !== "string") return false;
    void this.answer(message).then(respond);
    return true;
  };
}

// Start values come before this script or after it.
globalThis.__glossBegin = (start) => {
  // An earlier page side here is an orphan, or is started anew at the reader's wish.
  globalThis.__gloss?.destroy?.();
  globalThis.__gloss = new PageSide(start);
};
// Without any this may as well be the second of two injections at once (the page qualified while the reader asked): the first has taken
// them and works.
if (globalThis.__glossStart) globalThis.__glossBegin(globalThis.__glossStart);
globalThis.__glossStart = undefined;
