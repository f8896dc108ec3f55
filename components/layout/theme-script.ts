export const themeKey = "theme";

/** Applies the theme the reader chose earlier; without a choice the system's theme holds. */
export const themeScript = `try{const t=localStorage.getItem("${themeKey}");if(t==="light"||t==="dark")document.documentElement.dataset.theme=t}catch{}`;
