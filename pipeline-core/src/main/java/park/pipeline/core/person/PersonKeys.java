package park.pipeline.core.person;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** The keys that are still there. The log's writer stores and deletes them with the events. */
public final class PersonKeys {
    private final DataSource dataSource;

    public PersonKeys(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * The keys of a project's contact persons, by contact; those of erased ones are not among them.
     *
     * @throws IllegalStateException if the database failed
     */
    public Map<UUID, PersonKey> of(UUID projectId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select contact_id, secret from person_key where project_id = ?")) {
            select.setObject(1, projectId);
            Map<UUID, PersonKey> keys = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    UUID contact = row.getObject(1, UUID.class);
                    keys.put(contact, new PersonKey(projectId, contact, row.getBytes(2)));
                }
            }
            return keys;
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot read the keys of contact persons", e);
        }
    }

    /** Stores or deletes within the caller's transaction. */
    public static void apply(KeyChange change, Connection connection, long recordedAt) throws SQLException {
        switch (change) {
            case KeyChange.Kept kept -> {
                try (PreparedStatement insert = connection.prepareStatement(
                        "insert into person_key (contact_id, project_id, secret, created_at) values (?, ?, ?, ?)")) {
                    insert.setObject(1, kept.key().contactId());
                    insert.setObject(2, kept.key().projectId());
                    insert.setBytes(3, kept.key().secret());
                    insert.setLong(4, recordedAt);
                    insert.executeUpdate();
                }
            }
            case KeyChange.Destroyed destroyed -> {
                try (PreparedStatement delete =
                        connection.prepareStatement("delete from person_key where contact_id = ?")) {
                    delete.setObject(1, destroyed.contactId());
                    delete.executeUpdate();
                }
            }
        }
    }
}
