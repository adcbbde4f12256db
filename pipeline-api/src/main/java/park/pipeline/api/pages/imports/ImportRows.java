package park.pipeline.api.pages.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;
import park.pipeline.api.imports.table.Column;
import park.pipeline.api.imports.table.ImportFile;
import park.pipeline.api.imports.table.Row;

/**
 * Some rows of a file as they stand in it: for who looks at what is wrong with them. Nothing is kept. A file that the
 * browser still has is read here as the import reads it, text or workbook.
 */
@Controller
class ImportRows {
    @PostMapping("/imports/rows")
    @ResponseBody
    Map<Integer, Map<String, String>> rows(@RequestParam MultipartFile file, @RequestParam Set<Integer> row) {
        Map<Integer, Map<String, String>> found = new LinkedHashMap<>();
        int last = row.stream().mapToInt(Integer::intValue).max().orElse(0);
        Iterator<Row> rows = ImportFile.of(bytes(file)).rows();
        while (rows.hasNext() && last > 0) {
            Row next = rows.next();
            if (next.number() > last) {
                break;
            }
            if (row.contains(next.number())) {
                found.put(next.number(), cells(next));
            }
        }
        return found;
    }

    /** By heading, in the order of the columns. */
    private static Map<String, String> cells(Row row) {
        Map<String, String> cells = new LinkedHashMap<>();
        new EnumMap<>(row.cells().isEmpty() ? new EnumMap<Column, String>(Column.class) : row.cells())
                .forEach((column, text) -> cells.put(column.code(), text));
        return cells;
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
