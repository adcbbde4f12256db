package park.pipeline.api.transfer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads such a file into a store that is new: all of it, proven equal, or nothing. */
final class Import {
    private static final TypeReference<Map<String, @Nullable Object>> ROW = new TypeReference<>() {};

    private final DataSource dataSource;
    private final JsonMapper json;
    private final Export.Telling telling;

    Import(DataSource dataSource, JsonMapper json, Export.Telling telling) {
        this.dataSource = dataSource;
        this.json = json;
        this.telling = telling;
    }

    /**
     * @return what the file says that it holds, and the store now does
     * @throws TransferRefused if it cannot be taken; the store is then as it was
     */
    Manifest from(Path file) throws SQLException, IOException {
        try (ZipFile zip = new ZipFile(file.toFile());
                Connection connection = dataSource.getConnection()) {
            Manifest manifest = manifest(zip);
            connection.setAutoCommit(false);
            boolean done = false;
            try {
                refuseOther(manifest, connection);
                for (String table : Tables.KEPT) {
                    take(zip, connection, table);
                }
                for (String table : Tables.KEPT) {
                    compare(connection, table, manifest.tables().get(table));
                }
                connection.commit();
                done = true;
            } finally {
                if (!done) {
                    connection.rollback();
                }
            }
            for (String table : Tables.KEPT) {
                new StoredTable(connection, table).countOn();
            }
            connection.commit();
            return manifest;
        }
    }

    private Manifest manifest(ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(Manifest.FILE);
        if (entry == null) {
            throw new TransferRefused("no-export", zip.getName());
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return json.readValue(in, Manifest.class);
        } catch (JacksonException e) {
            throw new TransferRefused("no-export", zip.getName());
        }
    }

    private static void refuseOther(Manifest manifest, Connection connection) throws SQLException {
        String schema = Schema.newest(connection);
        if (manifest.format() != Manifest.FORMAT || !manifest.schema().equals(schema)) {
            throw new TransferRefused("other-version", manifest.schema(), schema);
        }
        for (String table : Tables.EMPTY_AT_FIRST) {
            if (!new StoredTable(connection, table).isEmpty()) {
                throw new TransferRefused("not-empty", table);
            }
        }
    }

    private void take(ZipFile zip, Connection connection, String table) throws SQLException, IOException {
        ZipEntry entry = zip.getEntry(Manifest.file(table));
        if (entry == null) {
            throw new TransferRefused("incomplete", Manifest.file(table));
        }
        StoredTable stored = new StoredTable(connection, table);
        stored.clear();
        long rows = 0;
        try (BufferedReader lines =
                        new BufferedReader(new InputStreamReader(zip.getInputStream(entry), StandardCharsets.UTF_8));
                StoredTable.Adding adding = stored.new Adding()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                adding.add(json.readValue(line, ROW));
                if (++rows % Export.TELL_EVERY == 0) {
                    telling.rows(table, rows);
                }
            }
            adding.flush();
        } catch (JacksonException | IllegalArgumentException e) {
            throw new TransferRefused("incomplete", Manifest.file(table));
        }
        telling.rows(table, rows);
    }

    /** Read again from where it arrived: what counts is what is stored, not what was sent. */
    private void compare(Connection connection, String table, RowDigest.@Nullable TableSum expected)
            throws SQLException {
        RowDigest digest = new RowDigest();
        new StoredTable(connection, table).read(row -> digest.add(json.writeValueAsBytes(row)));
        if (!digest.sum().equals(expected)) {
            throw new TransferRefused("differs", table);
        }
    }
}
