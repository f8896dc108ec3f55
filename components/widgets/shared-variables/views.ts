"use client";

export { View as Live } from "./view";
export { PosterView as Poster } from "./poster-view";
