import { useEffect, useRef, useState } from 'react';

/** A value that changes at most every `ms`; the last one always comes. */
export function usePaced<T>(value: T, ms: number): T {
  const [shown, setShown] = useState(value);
  const lastMs = useRef(0);
  useEffect(() => {
    const waitMs = Math.max(0, lastMs.current + ms - performance.now());
    const timer = setTimeout(() => {
      lastMs.current = performance.now();
      setShown(value);
    }, waitMs);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return shown;
}
