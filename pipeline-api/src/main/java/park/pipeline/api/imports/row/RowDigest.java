package park.pipeline.api.imports.row;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import park.pipeline.api.imports.table.Column;
import park.pipeline.core.project.Capacity;
import park.pipeline.core.project.Profile;
import park.pipeline.core.project.ProjectCommand.ImportProject;
import park.pipeline.core.project.ProjectCommand.Milestone;

/**
 * The fingerprint of what a row asks for: the same for another encoding, order of columns, spelling of a day or a code.
 * It is stored beside the reference and compared years later, so its form never changes.
 */
final class RowDigest {
    private final StringBuilder text = new StringBuilder("import row 1\n");

    private RowDigest() {}

    /** SHA-256 in hexadecimal. */
    static String of(ImportProject ask) {
        RowDigest digest = new RowDigest();
        Profile profile = ask.profile();
        Capacity capacity = profile.capacity();
        digest.put(Column.REFERENCE, profile.reference());
        digest.put(Column.NAME, profile.name());
        digest.put(Column.ENTERPRISE, profile.enterprise().name());
        digest.put(Column.INDUSTRY, profile.industry());
        digest.put(Column.KIND, profile.kind());
        digest.put(Column.ORIGIN, profile.origin());
        digest.put(Column.TEAM, ask.team());
        digest.put(Column.INVESTMENT_CNY, ask.investmentCny());
        digest.put(
                Column.CAPACITY_VALUE,
                capacity == null ? null : capacity.value().toPlainString());
        digest.put(Column.CAPACITY_UNIT, capacity == null ? null : capacity.unit());
        digest.put(Column.LEAD, ask.occurredOn());
        for (Milestone milestone : ask.milestones()) {
            digest.put(Column.of(milestone.stage()), milestone.day());
        }
        digest.put(Column.WITHDRAW_REASON, ask.withdrawReason());
        digest.put(Column.PRECISION, ask.remarks().precision());
        digest.put(Column.NOTE, ask.remarks().note());
        return digest.sha256();
    }

    /** With the length before each value no two rows can run together into the same text. */
    private void put(Column column, @Nullable Object value) {
        if (value != null) {
            String written = value.toString();
            text.append(column.code())
                    .append(' ')
                    .append(written.length())
                    .append(' ')
                    .append(written)
                    .append('\n');
        }
    }

    private String sha256() {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
