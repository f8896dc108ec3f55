"use client";

import { useEffect } from "react";

/**
 * Tells the page around an embed how tall it is: `{ type: "batch-norm-lab:height", px }`. The message holds
 * nothing private, so it goes to whichever host there is; nothing is read from the host.
 */
export function HeightReporter(): null {
  useEffect(() => {
    if (window.parent === window) return;
    const observer = new ResizeObserver(() => {
      const px = Math.ceil(document.documentElement.getBoundingClientRect().height);
      window.parent.postMessage({ type: "batch-norm-lab:height", px }, "*");
    });
    observer.observe(document.documentElement);
    return () => observer.disconnect();
  }, []);
  return null;
}
