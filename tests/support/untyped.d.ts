/** The command line program of `serve`: importing it runs it. */
declare module "serve/build/main.js";
