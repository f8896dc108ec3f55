"use client";

import { useSyncExternalStore } from "react";
import type { ReactNode } from "react";
import { themeKey } from "./theme-script";

const themes = ["system", "light", "dark"] as const;
type Theme = (typeof themes)[number];

const changed = "themechange";

function subscribe(listener: () => void): () => void {
  window.addEventListener(changed, listener);
  window.addEventListener("storage", listener);
  return () => {
    window.removeEventListener(changed, listener);
    window.removeEventListener("storage", listener);
  };
}

const currentTheme = (): Theme => {
  const { theme } = document.documentElement.dataset;
  return theme === "light" || theme === "dark" ? theme : "system";
};

function apply(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
  try {
    if (theme === "system") localStorage.removeItem(themeKey);
    else localStorage.setItem(themeKey, theme);
  } catch {
    // Without storage the choice holds until the page is left.
  }
  window.dispatchEvent(new Event(changed));
}

/** Light, dark, or as the system has it. */
export function ThemeSwitch(): ReactNode {
  const theme = useSyncExternalStore(subscribe, currentTheme, () => "system" as const);
  return (
    <label className="theme-switch">
      <span className="visually-hidden">Theme</span>
      <select value={theme} onChange={(event) => apply(event.target.value as Theme)}>
        {themes.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
