package park.pipeline.api.imports.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/** The lines of the first sheet of an Excel workbook (.xlsx), their cells as text: days as days, numbers unformatted. */
final class WorkbookLines implements Iterator<Line> {
    /** What a sheet of 200,000 rows can inflate to; a bomb inflates to far more. */
    private static final long LARGEST = 512L << 20;
    /** The texts of all cells are held in memory at once. */
    private static final long LARGEST_TEXTS = 96L << 20;

    private static final String TEXTS = "xl/sharedStrings.xml";
    private static final int MOST_ENTRIES = 1_000;
    private static final int HEADER = 4;

    private final Iterator<Row> rows;
    private final CellText texts;
    private int number;

    /** @throws park.pipeline.api.problem.ProblemException if it is no workbook, or one that is far too large inflated */
    WorkbookLines(byte[] bytes) {
        try {
            ReadableWorkbook workbook =
                    new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(true, false));
            texts = new CellText(workbook.isDate1904());
            rows = workbook.getFirstSheet().openStream().iterator();
        } catch (IOException | RuntimeException e) {
            throw FileProblems.unreadable();
        }
    }

    static boolean isOne(byte[] bytes) {
        return bytes.length >= HEADER && ReadableWorkbook.isOOXMLZipHeader(bytes);
    }

    /** Inflates it once without keeping anything, entry by entry as the reader will, before anybody trusts its sizes. */
    static void refuseBomb(byte[] bytes) {
        long all = 0;
        int entries = 0;
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                long most = Math.min(LARGEST - all, entry.getName().equals(TEXTS) ? LARGEST_TEXTS : LARGEST);
                all += size(zip, entry, most);
                if (++entries > MOST_ENTRIES) {
                    throw FileProblems.tooLarge();
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw FileProblems.unreadable();
        }
    }

    private static long size(ZipFile zip, ZipArchiveEntry entry, long most) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long size = 0;
        try (InputStream in = zip.getInputStream(entry)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                if (size > most) {
                    throw FileProblems.tooLarge();
                }
            }
        }
        return size;
    }

    /** The library throws whatever its parsers throw. */
    @Override
    public boolean hasNext() {
        try {
            return rows.hasNext();
        } catch (RuntimeException e) {
            throw FileProblems.unreadableAt(number + 1);
        }
    }

    @Override
    public Line next() {
        try {
            Row row = rows.next();
            number = row.getRowNum();
            List<String> cells = new ArrayList<>(row.getCellCount());
            for (int i = 0; i < row.getCellCount(); i++) {
                Cell cell = row.hasCell(i) ? row.getCell(i) : null;
                cells.add(cell == null ? "" : texts.of(cell));
            }
            return new Line(number, cells);
        } catch (RuntimeException e) {
            throw FileProblems.unreadableAt(number + 1);
        }
    }
}
