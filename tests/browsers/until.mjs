// Waiting: for a condition, with a sentence about what didn't come and the last thing seen instead.

const EVERY_MS = 25;
/** Long enough for a cold browser on two busy cores; a test that is right never comes near it. */
const PATIENCE_MS = 20_000;

/**
 * Calls `probe` until it gives something truthy and returns that. After `patience` throws "waited … for <what>", with what the probe
 * last gave or threw.
 */
export async function until(what, probe, patience = PATIENCE_MS) {
  const end = performance.now() + patience;
  let last;
  for (;;) {
    try {
      const value = await probe();
      if (value) return value;
      last = `last seen: ${JSON.stringify(value)}`;
    } catch (error) {
      last = `last error: ${error.message}`;
    }
    if (performance.now() > end) throw new Error(`waited ${patience / 1000} s for ${what}; ${String(last).slice(0, 600)}`);
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
  }
}
