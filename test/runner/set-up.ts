// Before the tests of every file; both modules are loaded once a processor.
import "./property-failures.js";
import "./same-bytes.js";
