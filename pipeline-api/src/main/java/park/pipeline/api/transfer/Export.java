package park.pipeline.api.transfer;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes all that a store holds, as of one moment. */
final class Export {
    /** Whoever watches hears of so many rows. */
    static final int TELL_EVERY = 100_000;

    private final DataSource dataSource;
    private final JsonMapper json;
    private final Telling telling;

    /** Is told how far it has come. */
    interface Telling {
        void rows(String table, long rows);
    }

    Export(DataSource dataSource, JsonMapper json, Telling telling) {
        this.dataSource = dataSource;
        this.json = json;
        this.telling = telling;
    }

    /**
     * @param origin of the seal
     * @param verifierKey of the seal, if it is known
     * @return what was written
     */
    Manifest to(OutputStream file, String origin, @Nullable String verifierKey) throws SQLException, IOException {
        try (Connection connection = dataSource.getConnection();
                ZipOutputStream zip = new ZipOutputStream(file)) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            Map<String, RowDigest.TableSum> sums = new LinkedHashMap<>();
            for (String table : Tables.KEPT) {
                zip.putNextEntry(new ZipEntry(Manifest.file(table)));
                sums.put(table, rows(new StoredTable(connection, table), table, zip));
                zip.closeEntry();
            }
            Manifest manifest = new Manifest(Manifest.FORMAT, Schema.newest(connection), origin, verifierKey, sums);
            connection.rollback();
            zip.putNextEntry(new ZipEntry(Manifest.FILE));
            zip.write(json.writeValueAsBytes(manifest));
            zip.closeEntry();
            return manifest;
        }
    }

    private RowDigest.TableSum rows(StoredTable stored, String table, OutputStream out) throws SQLException {
        RowDigest digest = new RowDigest();
        stored.read(row -> {
            byte[] line = json.writeValueAsBytes(row);
            digest.add(line);
            write(line, out);
            if (digest.rows() % TELL_EVERY == 0) {
                telling.rows(table, digest.rows());
            }
        });
        telling.rows(table, digest.rows());
        return digest.sum();
    }

    private static void write(byte[] line, OutputStream out) {
        try {
            out.write(line);
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
