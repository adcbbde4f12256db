package park.pipeline.core.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import park.pipeline.core.project.Claim;
import park.pipeline.core.project.Refused;

/** Who holds which claim. Only the writer changes them. */
public final class LogClaims {
    /**
     * The project that holds a claim.
     *
     * @param content digest of the imported row that took a reference; null where no import did
     */
    public record Holder(UUID projectId, @Nullable String content) {}

    private final DataSource dataSource;

    public LogClaims(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Who holds this claim; null where it is free. */
    public @Nullable Holder holder(Claim claim) {
        try (Connection connection = dataSource.getConnection()) {
            return holder(connection, claim);
        } catch (SQLException e) {
            throw new LogUnavailable("Cannot read the claims", e);
        }
    }

    /** The refusal of a claim that another project holds. */
    public static Refused refusal(Claim claim, Holder holder) {
        return Refused.byRule(claim.kind().refusal(), Map.of("existingProjectId", holder.projectId()));
    }

    static @Nullable Holder holder(Connection connection, Claim claim) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select project_id, content from claim where kind = ? and claim_key = ?")) {
            select.setString(1, claim.kind().name());
            select.setString(2, claim.key());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? new Holder(row.getObject(1, UUID.class), row.getString(2)) : null;
            }
        }
    }
}
