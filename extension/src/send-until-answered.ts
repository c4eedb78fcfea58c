// Sends a message to the background until it is answered: browsers end a background at any moment, and some messages get lost by it.
import { isAlive } from "./extension-api.ts";

/** Browsers end a background once in a while; one that is ended this often in a row is in other trouble. */
const MAX_TRIES = 8;
/** No answer takes this long; a message that was lost brings no error. Milliseconds. */
const PATIENCE = 8_000;
/**
 * A background that is just being ended or started rejects messages or answers nothing, at once: asked again as quickly, it would use up the
 * tries. Milliseconds before the second try, twice as many before the third, and so on.
 */
const PAUSE = 300;

/** The reply to a message that changes nothing, however often it arrives. Rejects with the browser's own error when nobody is there. */
export async function sendUntilAnswered<Reply>(message: object): Promise<Reply | undefined> {
  for (let tries = 1; ; tries++) {
    let timer = 0;
    try {
      const lost = new Promise<undefined>((resolve) => {
        timer = window.setTimeout(resolve, PATIENCE);
      });
      const reply: Reply | undefined = await Promise.race([chrome.runtime.sendMessage(message), lost]);
      if (reply || tries === MAX_TRIES || !isAlive()) return reply;
    } catch (error) {
      if (tries === MAX_TRIES || !isAlive()) throw error;
    } finally {
      clearTimeout(timer);
    }
    await new Promise((resolve) => setTimeout(resolve, tries * PAUSE));
  }
}
