import { heading, list, type Piece } from "../../foundation/text/sheet.js";
import { oneLine } from "../../wording/numbers.js";

/** What stands before a result that rests on doubtful settings, or compares what differs in more than it is named for. */
export const doubtPieces = ({
  doubts = [],
}: {
  readonly doubts?: readonly string[] | undefined;
}): readonly (readonly Piece[])[] =>
  doubts.length === 0 ? [] : [[heading("Read before comparing"), list(doubts.map(oneLine))]];
