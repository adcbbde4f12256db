package park.pipeline.api.security;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import park.pipeline.core.log.Micros;

/** The table of users. */
@Repository
class Users {
    /** A user and its place in lists. */
    record Listed(long number, User user) {}

    private static final String COLUMNS = "name, password_hash, roles, disabled, changed_at";

    private final JdbcTemplate jdbc;

    Users(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The user of that very name; null where there is none. */
    @Nullable
    User find(String name) {
        if (!UserName.isValid(name)) {
            return null; // PostgreSQL would not even take some of these, such as one with a NUL
        }
        return jdbc.query("select " + COLUMNS + " from app_user where name = ?", (row, i) -> user(row), name).stream()
                .findFirst()
                .orElse(null);
    }

    boolean isEmpty() {
        return jdbc.queryForList("select name from app_user fetch first 1 rows only", String.class)
                .isEmpty();
    }

    /** Users in the order of their creation, behind the number of the last one seen. */
    List<Listed> after(long number, int limit) {
        return jdbc.query(
                "select user_number, " + COLUMNS
                        + " from app_user where user_number > ? order by user_number fetch first ? rows only",
                (row, i) -> new Listed(row.getLong("user_number"), user(row)),
                number,
                limit);
    }

    /** The same of those whose names hold a text, however its letters are written. */
    List<Listed> search(String text, long number, int limit) {
        String pattern = text.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0");
        return jdbc.query(
                "select user_number, " + COLUMNS + " from app_user where user_number > ? and lower(name) like ?"
                        + " escape '!' order by user_number fetch first ? rows only",
                (row, i) -> new Listed(row.getLong("user_number"), user(row)),
                number,
                "%" + pattern + "%",
                limit);
    }

    /** All users, locked until the transaction ends: changes of users take turns, on all nodes. */
    List<User> allLocked() {
        return jdbc.query("select " + COLUMNS + " from app_user order by name for update", (row, i) -> user(row));
    }

    /** @throws org.springframework.dao.DuplicateKeyException if the name is taken */
    void add(User user) {
        long now = Micros.of(user.changedAt());
        jdbc.update(
                "insert into app_user (" + COLUMNS + ", created_at) values (?, ?, ?, ?, ?, ?)",
                user.name(),
                user.passwordHash(),
                Role.joined(user.roles()),
                user.disabled(),
                now,
                now);
    }

    /** Whether there was a user of that name to change. */
    boolean change(User user) {
        return jdbc.update(
                        "update app_user set password_hash = ?, roles = ?, disabled = ?, changed_at = ? where name = ?",
                        user.passwordHash(),
                        Role.joined(user.roles()),
                        user.disabled(),
                        Micros.of(user.changedAt()),
                        user.name())
                > 0;
    }

    private static User user(ResultSet row) throws SQLException {
        return new User(
                row.getString("name"),
                row.getString("password_hash"),
                Role.split(row.getString("roles")),
                row.getBoolean("disabled"),
                Micros.instant(row.getLong("changed_at")));
    }
}
