package park.pipeline.api.imports.table;

import java.util.List;

/**
 * One line of a table, whatever its format.
 *
 * @param number as a spreadsheet counts, from 1
 * @param cells their texts, blank where there is nothing
 */
record Line(int number, List<String> cells) {}
