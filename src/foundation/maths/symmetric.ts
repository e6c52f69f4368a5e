/** A symmetric matrix as vectors[k][i]·values[k]·vectors[k][j], summed over k. */
export interface SpectralDecomposition {
  readonly values: readonly number[];
  readonly vectors: readonly (readonly number[])[];
}

/** Sweeps after which rotations change nothing any more; six to ten are usual. */
const mostSweeps = 40;

/** Eigenvalues and orthonormal eigenvectors of a symmetric matrix, in no order (cyclic Jacobi; Golub & Van Loan 2013, §8.5). */
export function spectrumOf(matrix: readonly (readonly number[])[]): SpectralDecomposition {
  const size = matrix.length;
  const a = matrix.map((row) => [...row]);
  const vectors = a.map((row, i) => row.map((_, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < mostSweeps; sweep++) {
    let turned = false;
    for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) turned = rotate(a, vectors, p, q) || turned;
    if (!turned) break;
  }
  return { values: a.map((row, k) => row[k]), vectors };
}

/** Turns two axes until their product vanishes; false where it is nothing beside them already. */
function rotate(a: number[][], vectors: number[][], p: number, q: number): boolean {
  const off = a[p][q];
  if (Math.abs(off) <= 1e-15 * Math.sqrt(Math.abs(a[p][p] * a[q][q])) || off === 0) return false;
  const ratio = (a[q][q] - a[p][p]) / (2 * off);
  const tangent = (ratio >= 0 ? 1 : -1) / (Math.abs(ratio) + Math.sqrt(1 + ratio * ratio));
  const cosine = 1 / Math.sqrt(1 + tangent * tangent);
  const sine = tangent * cosine;
  for (let k = 0; k < a.length; k++) {
    const [x, y] = [a[k][p], a[k][q]];
    a[k][p] = cosine * x - sine * y;
    a[k][q] = sine * x + cosine * y;
  }
  for (const rows of [a, vectors]) {
    const [first, second] = [rows[p], rows[q]];
    rows[p] = first.map((x, k) => cosine * x - sine * second[k]);
    rows[q] = first.map((x, k) => sine * x + cosine * second[k]);
  }
  return true;
}
