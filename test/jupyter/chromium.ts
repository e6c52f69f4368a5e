import { existsSync } from "node:fs";

const candidates: Readonly<Record<string, readonly string[]>> = {
  linux: ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium"],
  darwin: [
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  ],
  win32: [
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files\\Chromium\\Application\\chrome.exe",
  ],
};

/** Path of a Chromium or Chrome. Throws with what to install. */
export function findChromium(): string {
  const paths = [process.env.CHROMIUM_PATH ?? "", ...(candidates[process.platform] ?? [])];
  const found = paths.find((path) => path !== "" && existsSync(path));
  if (found) return found;
  throw new Error(
    "these tests open JupyterLab in Chromium, which was not found. Debian: sudo apt install chromium; macOS: brew install --cask chromium; " +
      "Windows: winget install Google.Chrome; anywhere: set CHROMIUM_PATH to it",
  );
}
