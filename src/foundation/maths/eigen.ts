/** A symmetric matrix as directions that do not mix: matrix · vectors[l] = values[l] · vectors[l], the vectors orthonormal. */
export interface EigenDecomposition {
  readonly values: Float64Array;
  readonly vectors: readonly Float64Array[];
}

const mostSweeps = 60;

/**
 * Eigenvalues and eigenvectors of a symmetric matrix by Jacobi's rotations (cyclic; Golub & Van Loan 2013, §8.5): accurate for small matrices,
 * singular ones included. In no particular order.
 */
export function eigen(matrix: readonly Float64Array[]): EigenDecomposition {
  const size = matrix.length;
  const a = matrix.map((row) => row.slice());
  const vectors = a.map((_, i) => Float64Array.from({ length: size }, (_, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < mostSweeps; sweep++) {
    let rotations = 0;
    for (let p = 0; p < size - 1; p++) {
      for (let q = p + 1; q < size; q++) {
        // below the last bit of both there is nothing left to turn away
        if (Math.abs(a[p][q]) <= 1e-17 * Math.sqrt(Math.abs(a[p][p] * a[q][q])) || Math.abs(a[p][q]) < 1e-290) continue;
        rotate(a, vectors, p, q);
        rotations++;
      }
    }
    if (rotations === 0) break;
  }
  return { values: Float64Array.from(a, (row, i) => row[i]), vectors };
}

/** One rotation that makes a[p][q] zero; the rows of `vectors` turn along. */
function rotate(a: readonly Float64Array[], vectors: readonly Float64Array[], p: number, q: number): void {
  const ratio = (a[q][q] - a[p][p]) / (2 * a[p][q]);
  const t = (ratio < 0 ? -1 : 1) / (Math.abs(ratio) + Math.sqrt(1 + ratio * ratio));
  const c = 1 / Math.sqrt(1 + t * t);
  const s = t * c;
  const moved = t * a[p][q];
  a[p][p] -= moved;
  a[q][q] += moved;
  a[p][q] = 0;
  a[q][p] = 0;
  for (let k = 0; k < a.length; k++) {
    if (k !== p && k !== q) {
      const [x, y] = [a[p][k], a[q][k]];
      a[p][k] = c * x - s * y;
      a[q][k] = s * x + c * y;
      a[k][p] = a[p][k];
      a[k][q] = a[q][k];
    }
    const [x, y] = [vectors[p][k], vectors[q][k]];
    vectors[p][k] = c * x - s * y;
    vectors[q][k] = s * x + c * y;
  }
}
