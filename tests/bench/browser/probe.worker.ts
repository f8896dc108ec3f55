import { probe } from "./probe";

globalThis.postMessage(probe());
