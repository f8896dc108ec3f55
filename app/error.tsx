"use client";

import type { ReactNode } from "react";

/** Stands in for a page that failed; the address, and with it the experiment, is kept. */
export default function PageError({ reset }: { readonly reset: () => void }): ReactNode {
  return (
    <main style={{ padding: "var(--gutter)" }}>
      <h1>This page failed</h1>
      <p>What you entered is still in the address. Trying again may be enough.</p>
      <button type="button" className="button" onClick={reset}>
        Try again
      </button>
    </main>
  );
}
