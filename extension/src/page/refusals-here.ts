// What the reader has refused on this page: what storage keeps, and what holds only until the page is left.
import { extension } from "../extension-api.ts";
import { holdsOn, type KeptRefusal, keepRefusal, keyOfRefusal, readRefusals, takeBack } from "../refusals.ts";

export class RefusalsHere {
  /** Those that hold on this page, as of the last look. */
  all: readonly KeptRefusal[] = [];
  /** Whether the browser's storage has not taken the reader's last change. */
  unkept = false;
  readonly #passing = new Map<string, KeptRefusal>();

  /** Keys of those that hold only until the page is left. */
  get passing(): string[] {
    return [...this.#passing.keys()];
  }

  /** Finds out which hold now; whether they are others than before. */
  async look(): Promise<boolean> {
    // Storage that can't be read holds back no mark.
    const kept = await readRefusals().catch(() => []);
    const now = [...kept, ...this.#passing.values()].filter((refusal) => holdsOn(refusal, location.href));
    const keys = (refusals: readonly KeptRefusal[]) => refusals.map(keyOfRefusal).sort().join("\n");
    const isChanged = keys(now) !== keys(this.all);
    this.all = now;
    return isChanged;
  }

  /** Adds one. Of a private window nothing may be kept, and full storage keeps nothing: there it holds until the page is left. */
  async add(refusal: KeptRefusal): Promise<void> {
    const isPrivate = extension.extension.inIncognitoContext;
    this.unkept = !isPrivate && !(await isDone(keepRefusal(refusal)));
    if (isPrivate || this.unkept) this.#passing.set(keyOfRefusal(refusal), refusal);
  }

  /** Takes back the one of that key. */
  async takeBack(key: string): Promise<void> {
    this.#passing.delete(key);
    this.unkept = !(await isDone(takeBack(key)));
  }
}

function isDone(change: Promise<void>): Promise<boolean> {
  return change.then(
    () => true,
    () => false,
  );
}
