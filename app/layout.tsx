import "@fontsource-variable/jetbrains-mono/index.css";
import "@fontsource-variable/source-serif-4/opsz.css";
import "katex/dist/katex.min.css";
import "./globals.css";
import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { UrlAdapter } from "@/components/state/url-adapter";
import { themeScript } from "@/components/layout/theme-script";

export const metadata: Metadata = {
  title: { default: "Batch Norm Lab", template: "%s · Batch Norm Lab" },
  description:
    "See, change and understand every documented argument of Batch Normalization, on real numbers, in your browser.",
};

export const viewport: Viewport = {
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbfaf7" },
    { media: "(prefers-color-scheme: dark)", color: "#16181b" },
  ],
};

export default function RootLayout({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <html lang="en" suppressHydrationWarning>
      <head>
        {/* Before the first paint, so that a chosen theme does not flash. */}
        <script dangerouslySetInnerHTML={{ __html: themeScript }} />
      </head>
      <body>
        <UrlAdapter>{children}</UrlAdapter>
      </body>
    </html>
  );
}
