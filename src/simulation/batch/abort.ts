/**
 * What the work gives, unless the signal comes first: then the signal's reason is thrown at once and what the work
 * still gives, or how it fails, is nobody's. Leaves no listener behind: one signal may see any number of jobs.
 */
export function unlessAborted<T>(signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> {
  if (signal === undefined) return work();
  if (signal.aborted) return Promise.reject(signal.reason);
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(signal.reason);
    signal.addEventListener("abort", stop, { once: true });
    work()
      .then(resolve, reject)
      .finally(() => signal.removeEventListener("abort", stop));
  });
}
