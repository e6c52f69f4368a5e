import { join } from "node:path";
import type { Theme } from "../../charts/drawing/theme.js";
import { headlineCharts } from "../../report/comparison/headline-charts.js";
import { headlineWithRemarks } from "../../report/comparison/remarks.js";
import { reportPage } from "../../report/comparison/report.js";
import type { ResponseName } from "../../scenario/schema/file-types.js";
import type { Run } from "../../simulation/data.js";

import { makeFolder } from "./files.js";
import { save } from "./save.js";
import { writeFileWhole } from "./whole-file.js";

export interface ReportOptions {
  /** The response of the headline; the run's own unless given. */
  readonly response?: ResponseName | undefined;
  readonly theme?: Theme | undefined;
}

/**
 * Writes the answer of a run into a folder: `report.html`, one page that stands on its own, and its charts as SVG and PNG. Gives the paths
 * back, the page first. Throws a Problem for runs without designs and for places that cannot be written.
 */
export async function saveReport(run: Run, folder: string, { response, theme }: ReportOptions = {}): Promise<string[]> {
  const found = headlineWithRemarks(run, { response });
  const charts = headlineCharts(run, found, theme);
  makeFolder(folder);
  const page = join(folder, "report.html");
  await writeFileWhole(page, [await reportPage(found, charts, theme)]);
  const paths = [page];
  for (const { file, view } of charts) {
    for (const ending of ["svg", "png"]) paths.push(await save(view, join(folder, `${file}.${ending}`)));
  }
  return paths;
}
