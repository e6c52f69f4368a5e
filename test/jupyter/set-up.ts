import { ensureJupyter } from "../../notebooks/tools/python.js";
import { findChromium } from "./chromium.js";

/** Everything the tests need, or what to install: Jupyter in the project's own environment, and Chromium. */
export default function setUp(): void {
  findChromium();
  ensureJupyter(console.log);
}
