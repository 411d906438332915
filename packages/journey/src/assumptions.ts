/** What of AIC's file formats neither an export nor Ping's pages show; the code that rests on one says so where it stands. For docs/fidelity.md. */
export const formatAssumptions: readonly string[] = [
  'Exports show `forNodes` of `uiConfig.annotations` only empty. Comments at nodes are written there as a list by node id, with the fields of a sticky note but for its place; AIC may show them otherwise or not at all. A file that has something else there keeps it.',
  'Of the colors of sticky notes only `yellow` was seen in an export; the names of the others are Tandem’s.',
];
