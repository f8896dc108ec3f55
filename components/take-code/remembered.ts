import { frameworks } from "@/components/code-export/frameworks";

const key = "framework";

/** The framework that was chosen last on this device, or the first one. */
export function chosenFramework(): string {
  const [first] = frameworks;
  let stored: string | null = null;
  try {
    stored = localStorage.getItem(key);
  } catch {
    // Private windows and embeds may refuse storage.
  }
  const known = frameworks.find(({ id }) => id === stored);
  return (known ?? first)?.id ?? "";
}

export function rememberFramework(id: string): void {
  try {
    localStorage.setItem(key, id);
  } catch {
    // Without storage the choice holds until the page is left.
  }
}
