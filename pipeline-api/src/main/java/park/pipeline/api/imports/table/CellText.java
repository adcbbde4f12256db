package park.pipeline.api.imports.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;

/**
 * What a cell of a workbook says, as somebody would have typed it into a text. A day is a number with the format of a day
 * (ECMA-376 part 1, 18.8.30); a number has the 15 digits that Excel keeps.
 */
final class CellText {
    private static final MathContext EXCEL = new MathContext(15);
    private static final long MILLIS_A_DAY = 86_400_000;
    /** Quoted text, escaped characters, colours and conditions say nothing of what a format is. */
    private static final Pattern DECORATION = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*]");

    private static final Pattern OF_DAY = Pattern.compile("[yYdD年日]");
    /** Serial numbers before 1 March 1900 count a day that never was. */
    private static final LocalDate START_1900 = LocalDate.of(1899, 12, 30);

    private static final LocalDate START_1904 = LocalDate.of(1904, 1, 1);

    private final LocalDate start;

    /** @param from1904 whether the workbook counts its days from 1904 */
    CellText(boolean from1904) {
        start = from1904 ? START_1904 : START_1900;
    }

    String of(Cell cell) {
        String raw = cell.getRawValue();
        if (cell.getType() == CellType.STRING) {
            return cell.getText();
        }
        if (raw == null) {
            return "";
        }
        BigDecimal number =
                cell.getType() == CellType.NUMBER || cell.getType() == CellType.FORMULA ? number(raw) : null;
        if (number == null) {
            return cell.getType() == CellType.BOOLEAN ? cell.getText() : raw;
        }
        return isDay(cell)
                ? day(number)
                : number.round(EXCEL).stripTrailingZeros().toPlainString();
    }

    private static @Nullable BigDecimal number(String raw) {
        try {
            return new BigDecimal(raw);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static boolean isDay(Cell cell) {
        Integer id = cell.getDataFormatId();
        String format = cell.getDataFormatString();
        boolean built =
                id != null && (id >= 14 && id <= 17 || id == 22 || id >= 27 && id <= 36 || id >= 50 && id <= 58);
        return built
                || format != null
                        && OF_DAY.matcher(DECORATION.matcher(format).replaceAll(""))
                                .find();
    }

    /** A time of day is kept, for the row to be refused by: no milestone has one. */
    private String day(BigDecimal serial) {
        long days = serial.longValue();
        long millis = serial.subtract(BigDecimal.valueOf(days))
                .multiply(BigDecimal.valueOf(MILLIS_A_DAY))
                .setScale(0, RoundingMode.HALF_UP)
                .longValue();
        LocalDateTime time = start.plusDays(days).atStartOfDay().plusNanos(millis * 1_000_000);
        return time.toLocalTime().toSecondOfDay() == 0 ? time.toLocalDate().toString() : time.toString();
    }
}
