import Link from "next/link";
import type { ReactNode } from "react";
import { Site } from "@/components/layout/site";

export default function NotFound(): ReactNode {
  return (
    <Site>
      <h1>No such page</h1>
      <p>
        The address leads nowhere. The <Link href="/playground">playground</Link> and the{" "}
        <Link href="/docs">reference</Link> are still there.
      </p>
    </Site>
  );
}
