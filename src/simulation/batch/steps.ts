/** Work in steps: between two of them others may be let in, or the work dropped. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Does all steps at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/**
 * Lets others in between two steps: a message to oneself comes after what is waiting, and at once, while browsers hold timers back by
 * 4 ms each. Every message has a channel of its own, because Node gives those of one channel the way before its timers.
 */
export const breathe = (): Promise<void> =>
  new Promise((resume) => {
    const { port1, port2 } = new MessageChannel();
    const heard = (): void => {
      port1.close();
      resume();
    };
    port1.addEventListener("message", heard);
    port1.start();
    port2.postMessage(undefined);
  });
