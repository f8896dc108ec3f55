// Run in a process of its own: where the package unpacks to, and whether it unpacks the shared
// libraries too, depends on environment variables that the caller should not have.
import chromium from "@sparticuz/chromium";

await chromium.executablePath();
