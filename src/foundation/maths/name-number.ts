/** 32-bit number of a name (FNV-1a), so that draws for one name never depend on which other names exist. */
export function numberOfName(name: string): number {
  let hash = 0x811c9dc5;
  for (let k = 0; k < name.length; k++) hash = Math.imul(hash ^ name.charCodeAt(k), 0x01000193);
  return hash >>> 0;
}
